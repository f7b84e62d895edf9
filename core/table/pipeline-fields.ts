import { type FieldDefinition, field } from './field-definition.ts';

/** What says when a prospect may sign (domain: sales pipeline). 信息化 and Taiwan's 资讯化 are both in use. */
export const PIPELINE_FIELDS: readonly FieldDefinition[] = [
  field(
    'objectiveNeed',
    'yes-no',
    'objective need|objective necessity|objectively needed|need objective|need|fit|' +
      '客观必要性|客观的信息化必要性|客观信息化必要性|客观的资讯化必要性|客观资讯化必要性|客观需求|客观需要|客观需求性|客观的必要性|有客观需求|是否有客观需求|是否有客观必要性',
  ),
  field(
    'subjectiveNeed',
    'yes-no',
    'subjective need|subjective necessity|felt need|perceived need|need subjective|acknowledged need|' +
      '主观必要性|主观的信息化必要性|主观信息化必要性|主观的资讯化必要性|主观资讯化必要性|主观需求|主观需要|主观需求性|主观的必要性|有主观需求|主观意愿|是否有主观需求|是否有主观必要性',
  ),
  field(
    'resolve',
    'level',
    'resolve|determination|resolve to switch|determination to switch|commitment|resolution|strength of resolve|purchase intention|buying intention|intent|purchase intent|' +
      '决心|决心强烈度|决心的强烈度|决心程度|决心强度|信息化决心|信息化决心强烈度|信息化决心的强烈度|资讯化决心|资讯化决心强烈度|资讯化决心的强烈度|换系统的决心|换系统决心|换系统决心的强烈度|' +
      '换系统决心强烈度|换系统的决心强烈度|更换系统的决心|购买决心|购买意向|购买意愿|采购意向|采购意愿|意向度|意愿度|意向程度',
  ),
  field(
    'dissatisfaction',
    'level',
    'dissatisfaction|dissatisfied|dissatisfaction with system|dissatisfaction with present system|dissatisfaction with current system|unhappy with current system|' +
      '不满意|不满意度|不满意程度|对现行系统不满意|对现行系统的不满意|对现行系统的不满意度|对现行系统不满意度|对现有系统不满意|对现有系统的不满意|对现有系统不满意度|对现有系统的不满意度|现有系统不满意度|对目前系统不满意|不满程度',
  ),
  field(
    'hasSystem',
    'yes-no',
    'has system|has a system|existing system|current system|system in place|has system already|already has a system|uses a system|system installed|installed system|' +
      '已信息化|是否已信息化|是否信息化|已资讯化|是否已资讯化|是否资讯化|现有系统|是否有系统|已有系统|是否已有系统|有无系统|现行系统|目前系统|是否已有现行系统|已上系统|是否已上系统',
  ),
  field(
    'feasibilityBegun',
    'yes-no',
    'feasibility study|feasibility|feasibility begun|feasibility started|feasibility study begun|feasibility study started|feasibility assessment|evaluation begun|evaluation started|' +
      '可行性评估|可行性研究|可行性分析|是否展开可行性评估|是否开展可行性评估|是否已开展可行性评估|是否已展开可行性评估|展开可行性评估|开展可行性评估|可行性评估是否展开|是否进行可行性评估|已展开可行性评估',
  ),
  field(
    'selectionBegun',
    'yes-no',
    'vendor selection|selection|selection begun|selection started|vendor selection begun|vendor selection started|selecting a vendor|rfp|rfp issued|tender|shortlisting|' +
      '选型|选型工作|是否选型|是否展开选型工作|是否开展选型工作|是否展开选型|是否开展选型|是否已展开选型工作|是否已开展选型|展开选型工作|选型是否展开|是否进行选型|供应商选择|厂商评选|评选工作|已展开选型工作',
  ),
  field(
    'monthsToClose',
    'months',
    'months to close|closing window|time to close|close in months|months until close|expected months|closing in|closes in months|sales window|' +
      '预计成交月|预计成交月数|几个月内成交|预计几个月成交|预计几个月内成交|成交周期|预计成交周期|预计成交时间月|成交月数|预计签约月数|几个月内签约|距成交月数',
  ),
  field(
    'expectedAmount',
    'money',
    'expected amount|deal size|deal value|deal amount|opportunity amount|opportunity value|opportunity size|expected deal size|expected revenue|expected value|forecast|forecast amount|pipeline value|pipeline amount|amount|' +
      'estimated amount|estimated value|potential value|quote amount|quoted amount|' +
      '预计成交金额|预计成交额|预计金额|预计销售额|预计销售金额|预计签约金额|预计合同额|预计合同金额|预估金额|预估成交金额|预估业绩|商机金额|商机价值|意向金额|报价金额|预期金额|项目金额|预算|预算金额',
  ),
  field(
    'expectedDate',
    'date',
    'expected close|expected close date|expected closing date|close date|closing date|expected signing|expected signing date|expected date|forecast close|forecast date|estimated close date|target close date|signing date|' +
      '预计成交日期|预计成交日|预计成交时间|预计成交|预计签约日期|预计签约日|预计签约时间|预计签单日期|预计签单时间|预计结案日|预计结案日期|预估成交日|预估成交日期|预估结案日|预期成交日期|成交日期|签约日期|结束日期',
  ),
];
