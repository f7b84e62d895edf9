import { type FieldDefinition, field } from './field-definition.ts';

/** Standing, relationship, bank business and behaviour. */
export const PROFILE_FIELDS: readonly FieldDefinition[] = [
  field(
    'demandVolume',
    'level',
    'demand volume|demand|volume of demand|required volume|requirement volume|annual demand|needs volume|' +
      '需求量|需求规模|需求|年需求量|需求数量|需求大小|采购需求|采购需求量|用量|年用量',
    { also: ['number'] },
  ),
  field(
    'contribution',
    'level',
    'contribution|sales contribution|business contribution|contribution level|contribution to results|contribution to sales|contribution rate|value contribution|' +
      '贡献度|贡献|业务贡献|业务贡献度|销售贡献度|销售贡献|业绩贡献|业绩贡献度|贡献率|销售贡献率|客户贡献度|客户贡献|价值贡献',
    { also: ['percent', 'money'] },
  ),
  field(
    'loyalty',
    'level',
    'loyalty|customer loyalty|brand loyalty|loyalty score|loyalty level|loyalty index|' +
      '忠诚度|客户忠诚度|忠诚|品牌忠诚度|顾客忠诚度|忠实度|忠诚程度|黏着度|黏性|客户黏性|粘性|客户粘性',
    { also: ['percent'] },
  ),
  field(
    'wordOfMouth',
    'level',
    'referrals|word of mouth|referral|number of referrals|recommendation|recommendations|recommends us|reference customer|advocacy|demonstration effect|influence|' +
      '口碑|口碑推荐度|口碑推荐|推荐度|客户推荐|转介绍|转介绍次数|推荐次数|推荐意愿|客户口碑|介绍客户数|示范效应|影响力',
    { also: ['count', 'percent', 'yes-no'] },
  ),
  field(
    'competition',
    'level',
    'competitive pressure|competition|competitors|competitor pressure|intensity of competition|competitive intensity|' +
      '竞争压力|竞争|竞争程度|竞争激烈程度|竞争强度|竞争态势|竞争情况|竞争对手压力|竞争状况',
    { also: ['count'] },
  ),
  field(
    'standing',
    'level',
    'industry standing|standing|industry position|market position|position in industry|reputation|industry status|industry rank|' +
      '行业地位|业界地位|产业地位|市场地位|行业影响力|行业排名|知名度|地位|同业地位',
  ),
  field(
    'businessVolume',
    'money',
    'business volume|business size|company size|size|volume of business|size of business|scale|business scale|customer size|firm size|' +
      '业务规模|企业规模|公司规模|经营规模|规模|客户规模|业务量|业务体量|体量|营业规模|业务总量',
    { also: ['level'] },
  ),
  field(
    'dependence',
    'level',
    'dependence|dependency|dependence on us|dependence on our products|reliance|degree of dependence|' +
      '依赖度|依赖程度|依赖性|客户依赖度|产品依赖度|对我方依赖度|对我司依赖度|对我们的依赖度|依存度',
    { also: ['percent'] },
  ),
  field(
    'cooperationWillingness',
    'level',
    'willingness to cooperate|cooperation willingness|willingness|cooperativeness|interest in cooperation|willingness to work with us|' +
      '合作意愿|合作意向|合作积极性|合作意愿度|配合度|配合意愿|合作态度|配合程度',
    { also: ['yes-no', 'percent'] },
  ),
  field(
    'cooperationHistory',
    'level',
    'cooperation history|history of cooperation|relationship history|cooperation|relationship|long term relation|stable relation|' +
      '合作历史|合作关系|合作情况|合作稳定性|合作稳定度|客户关系|往来历史|往来关系|合作经历|关系稳定度',
    { also: ['months', 'yes-no'] },
  ),
  field(
    'businessRelation',
    'percent',
    'business relation|business relatedness|business ties|closeness of business|closeness to our business|relation to our business|relevance to our business|business relevance|strength of business ties|' +
      '业务关联度|业务关联|业务关联程度|业务关联性|业务相关度|业务相关性|业务相关程度|业务紧密度|业务紧密程度|业务联系|业务联系程度|业务关系|业务关系程度|关联度|关联程度|与我方业务关联度',
    { also: ['text'] },
  ),
  field(
    'serviceDemand',
    'count',
    'service demand|service demands|service need|service needs|demand for service|service requirement|service requirements|service requests|number of service requests|service calls|support need|support needs|' +
      '服务需求|服务需求度|服务需求程度|服务需求量|服务需求等级|服务要求|服务次数|服务需求次数|服务工单数|售后需求|售后服务需求',
    { also: ['text'] },
  ),
  field(
    'assets',
    'money',
    'assets|aum|total assets|assets under management|net worth|asset size|financial assets|customer assets|' +
      '资产规模|资产|资产总额|总资产|金融资产|管理资产|资产管理规模|客户资产|资产余额|净资产|资产净值|月日均资产|日均资产',
    { also: ['level'] },
  ),
  field(
    'creditRating',
    'text',
    'credit rating|credit grade|credit score|credit level|creditworthiness|credit class|' +
      '信用等级|信用评级|信用级别|信用|信用评分|信用分|资信等级|授信等级|信用评等|信用状况|信誉|信誉度|信用度',
  ),
  field(
    'riskAppetite',
    'level',
    'risk appetite|risk preference|risk tolerance|risk profile|attitude to risk|risk attitude|' +
      '风险偏好|风险承受能力|风险等级|风险承受度|风险属性|风险类型|风险态度|风险承受等级',
  ),
  field(
    'deposits',
    'money',
    'deposits|deposit|deposit balance|savings|total deposits|average deposits|' +
      '存款|存款余额|存款总额|存款金额|日均存款|储蓄|储蓄余额|储蓄存款|存款额',
    { also: ['level'] },
  ),
  field(
    'creditLine',
    'money',
    'credit line|credit limit|line of credit|loan amount|loans|borrowing|borrowings|credit facility|loan balance|' +
      '借贷额度|授信额度|信用额度|贷款额度|贷款|贷款余额|贷款金额|借款额度|融资额度|授信|额度',
    { also: ['level'] },
  ),
  field(
    'investments',
    'money',
    'investments|investment|invested amount|investment amount|investment balance|wealth products|funds invested|' +
      '理财投资额|理财|投资额|理财金额|投资金额|理财产品|理财余额|投资|投资理财|投资理财额|理财持有额|理财规模|基金投资额',
    { also: ['level'] },
  ),
  field(
    'repurchaseRate',
    'percent',
    'repurchase rate|repeat purchase rate|repeat rate|repeat purchase|reorder rate|retention rate|retention|renewal rate|' +
      '回购率|复购率|重复购买率|回购|复购|再购率|续约率|留存率|回头率|回购比例',
    { also: ['level', 'yes-no'] },
  ),
  field(
    'purchaseStability',
    'percent',
    'purchase stability|buying stability|stability of purchases|purchase regularity|' +
      '购买稳定性|购买稳定度|采购稳定性|采购稳定度|消费稳定性|消费稳定度|购买稳定|购买稳定程度',
    { also: ['level'] },
  ),
  field(
    'transactionFrequency',
    'number',
    'transaction frequency|trading frequency|frequency of transactions|transactions per month|transactions per year|visit frequency|usage frequency|' +
      '交易频率|交易频次|交易频度|往来频率|业务频率|使用频率|活跃度|月交易次数|月均交易次数|年交易次数|到店频率',
    { also: ['level'] },
  ),
  field(
    'decisionStyle',
    'text',
    'decision style|decision making|decision making style|decision type|buying style|decision maker type|' +
      '决策方式|决策类型|决策风格|决策模式|决策型态|购买决策方式|决策特征',
  ),
  field(
    'channel',
    'text',
    'channel|channels|sales channel|purchase channel|source|lead source|customer source|order channel|acquisition channel|' +
      '渠道|销售渠道|购买渠道|来源|客户来源|来源渠道|获客渠道|通路|销售通路|购买通路|成交渠道|线索来源|交易渠道',
  ),
  field(
    'channelCount',
    'count',
    'number of channels|no of channels|channel count|channels count|channels used|number of channels used|' +
      '渠道数|渠道数量|渠道个数|使用渠道数|交易渠道数|购买渠道数|活跃渠道数|通路数|通路数量',
    { also: ['level'] },
  ),
  field(
    'product',
    'text',
    'product|products|product name|product line|products bought|main product|product category|purchased product|item|' +
      '产品|产品名称|购买产品|产品类别|产品线|主要产品|商品|商品名称|品项|采购产品|产品类型|品类|购买商品|主力产品',
  ),
];
