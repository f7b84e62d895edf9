import { type FieldDefinition, field } from './field-definition.ts';

/** What the customer is worth: sales, payment, service. */
export const VALUE_FIELDS: readonly FieldDefinition[] = [
  field(
    'salesAmount',
    'money',
    'sales|sales amount|sales value|sales volume|sales revenue|net sales|gross sales|revenue|net revenue|revenues|turnover|spend|spending|customer spend|' +
      'amount spent|money spent|purchase amount|purchases|purchase value|billings|invoiced|invoiced amount|billed amount|order amount|order value|transaction amount|transaction value|' +
      'gmv|monetary|arr|acv|monthly sales|sales to date|closed won amount|' +
      '销售额|销售金额|销售收入|销货额|销货金额|年销售额|年销售金额|年度销售额|月销售额|月均销售额|营业额|营收|营业收入|业绩|业绩金额|收入|主营业务收入|消费金额|消费额|' +
      '消费总额|成交额|成交金额|采购额|采购金额|年采购额|交易额|交易金额|购买金额|购买额|订单金额|订单总额|订单额|合同额|合同金额|开票金额|进货额|进货金额|销售总额|流水|' +
      '年营业额|年营收|年交易额|年消费额|年消费金额',
    { also: ['level'] },
  ),
  field(
    'paymentCollection',
    'percent',
    'collection rate|collection|collections|payment rate|payment collection|payment collection rate|paid|paid %|paid percent|percent paid|payment ratio|paid share|payment performance|payment behaviour|payment behavior|' +
      'payment record|payment history|on time payment|on time payment rate|paid on time|' +
      '回款率|回款情况|回款|回款比例|回款比率|回款及时率|收款率|收款情况|收款比例|付款率|付款情况|付款及时率|按时付款率|货款回收率|货款回收|资金回笼率|收帐率|收账率|账款回收率|帐款回收率|付款纪录|付款记录',
    { also: ['level'], mayExceedWhole: true },
  ),
  field(
    'overdueAmount',
    'money',
    'overdue|overdue amount|overdue balance|amount overdue|past due|past due amount|arrears|receivables overdue|overdue receivables|payments overdue|outstanding overdue|late payments|' +
      '欠款|欠款金额|欠款额|欠缴款项|欠缴金额|逾期金额|逾期欠款|逾期款|逾期款项|逾期账款|逾期帐款|逾期应收|逾期应收款|逾期应收账款|拖欠金额|拖欠款|未付款逾期|是否欠款|是否逾期|是否有欠款|逾期',
    { also: ['yes-no', 'level'] },
  ),
  field(
    'orderStability',
    'percent',
    'order stability|stability|stability of orders|order regularity|order consistency|' +
      '订单稳定度|订单稳定性|订单稳定率|订单稳定|稳定度|稳定性|订单稳定程度|下单稳定度|下单稳定性|订货稳定度|订货稳定性',
    { also: ['level'] },
  ),
  field(
    'orders',
    'count',
    'orders|order count|number of orders|no of orders|orders count|order qty|order quantity|order frequency|total orders|frequency|purchase count|number of purchases|' +
      'purchase frequency|buying frequency|times purchased|transactions|number of transactions|transaction count|' +
      '订单数|订单数量|订单量|订单笔数|订单次数|下单次数|下单数|购买次数|购买频次|购买频率|消费频次|消费次数|消费频率|采购次数|采购频次|成交次数|成交笔数|交易次数|交易笔数|' +
      '订货次数|进货次数|频次|单量|购买笔数',
    { also: ['level'] },
  ),
  field(
    'lastPurchase',
    'date',
    'last order|last order date|last purchase|last purchase date|last purchased|last bought|latest order|latest order date|most recent order|most recent purchase|date of last order|' +
      'date of last purchase|last invoice|last invoice date|last transaction|last transaction date|last sale|last sale date|recency|last ordered|' +
      '最近购买|最近购买日期|最近购买时间|最近一次购买|最近一次购买日期|最近一次购买时间|最近下单|最近下单日期|最近下单时间|最近订单|最近订单日期|最近成交|最近成交日期|最近交易日|最近交易日期|' +
      '最近消费|最近消费日期|最近消费时间|最近一次消费|最近采购日期|最后购买|最后购买日期|最后购买日|最后下单日期|最后下单日|最后订单日期|最后交易|最后交易日期|最后交易日|最后消费日期|' +
      '最后成交日期|末次购买日期|末次交易日期|上次购买|上次购买日期|上次下单日期|上次交易日期|上次消费日期|最近出货日|最后出货日|最近进货日期',
    { isPast: true },
  ),
  field(
    'yearsOfCooperation',
    'months',
    'years|years of cooperation|years of relationship|years as customer|years as a customer|years with us|years of partnership|tenure|customer tenure|customer since|client since|partner since|since|' +
      'customer age|relationship length|length of relationship|relationship since|start date|customer start date|first order|first order date|first purchase|first purchase date|cooperation years|cooperation since|' +
      'cooperation period|months of cooperation|months as customer|' +
      '合作年限|合作年数|合作年份|合作时间|合作时长|合作期限|合作期间|合作年资|合作起始|合作起始日|合作起始日期|合作起始时间|合作开始时间|合作开始日期|开始合作|开始合作时间|开始合作日期|合作日期|建立合作日期|建立合作时间|' +
      '首次合作|首次合作时间|首次合作日期|首次购买日期|首次下单日期|首次交易日期|成为客户日期|成为客户时间|客户年资|往来年数|往来年限|往来时间|交易年资|开户日期|开户时间|入会日期|合作多久|合作几年|' +
      '合作月数',
    { bareUnit: 'years' },
  ),
  field(
    'complaintRate',
    'percent',
    'complaint rate|complaints rate|complaint ratio|complaint percentage|complaint %|complaints %|' +
      '投诉率|客户投诉率|客诉率|投诉比例|投诉比率|顾客投诉率|抱怨率|申诉率|投诉占比',
    { also: ['level'], smallRate: true },
  ),
  field(
    'complaints',
    'count',
    'complaints|complaint|complaint count|number of complaints|no of complaints|complaints count|total complaints|complaints on record|complaints received|tickets complaint|' +
      '投诉次数|投诉数|投诉数量|投诉件数|投诉量|客户投诉|客户投诉数|客户投诉次数|投诉|投诉记录|客诉|客诉次数|客诉数|客诉件数|客诉量|抱怨次数|申诉次数',
    { also: ['level', 'yes-no'] },
  ),
  field(
    'satisfaction',
    'percent',
    'satisfaction|customer satisfaction|satisfaction score|satisfaction rate|satisfaction rating|satisfaction level|satisfaction index|csat|csat score|nps|nps score|net promoter score|survey score|' +
      '满意度|客户满意度|顾客满意度|满意率|客户满意率|满意程度|满意度评分|满意度得分|满意度分数|满意度调查|满意度指数|客户满意程度|净推荐值|nps评分|nps得分|nps分数',
  ),
  field(
    'marketShare',
    'percent',
    'market share|share of market|share of wallet|wallet share|' +
      '市场份额|市场占有率|市占率|市场占有份额|市场占比|占有率|市场占有|钱包份额|采购占比',
    { also: ['level'] },
  ),
  field(
    'profit',
    'money',
    'profit|profits|margin|gross profit|gross margin|net profit|profit amount|profit contribution|contribution margin|profitability|profit margin|annual profit|earnings|' +
      '利润|利润额|利润贡献|利润贡献度|毛利|毛利额|毛利润|净利|净利润|利润率|毛利率|净利率|贡献利润|边际贡献|获利|利润金额|毛利金额|盈利|收益',
    { also: ['percent', 'level'] },
  ),
  field(
    'growthPotential',
    'level',
    'growth|growth potential|potential|growth rate|development potential|upside|expansion potential|future potential|growth prospects|growth opportunity|sales growth|growth and cooperation opportunities|yoy growth|' +
      '发展潜力|增长潜力|成长潜力|潜力|潜力等级|客户潜力|发展空间|成长空间|增长空间|成长性|发展前景|增长率|成长率|销售增长率|业绩成长率|发展机会|成长机会|合作潜力|未来潜力|发展潜能|潜能',
    { also: ['percent', 'yes-no', 'money'] },
  ),
  field(
    'lastContact',
    'date',
    'last contact|last contact date|last contacted|date of last contact|last touch|last activity|last activity date|last call|last call date|last visit|last visit date|last visited|last follow up|last follow up date|' +
      'last interaction|last meeting|latest contact|most recent contact|last touchpoint|' +
      '最近联系|最近联系日期|最近联系时间|最近一次联系|最近一次联系时间|最近一次联系日期|最近跟进|最近跟进日期|最近跟进时间|最近拜访|最近拜访日期|最近拜访时间|最近回访|最近回访日期|最近沟通时间|最近联络|最近联络日期|' +
      '最后联系|最后联系日期|最后联系时间|最后跟进|最后跟进日期|最后跟进时间|最后拜访日期|最后联络日|最后联络日期|上次联系|上次联系日期|上次联系时间|上次回访|上次回访日期|上次回访时间|上次拜访|上次拜访日期|' +
      '上次拜访时间|上次跟进|上次跟进日期|上次跟进时间|上次联络|上次联络日期|上次联络日',
    { isPast: true },
  ),
  field(
    'nextContact',
    'date',
    'next contact|next contact date|next follow up|next follow up date|follow up|follow up date|followup|next call|next call date|next visit|next visit date|next activity|next activity date|next step date|next meeting|' +
      'next touch|contact by|call back|callback date|' +
      '下次联系|下次联系日期|下次联系时间|下次回访|下次回访日期|下次回访时间|下次拜访|下次拜访日期|下次拜访时间|下次跟进|下次跟进日期|下次跟进时间|下次联络|下次联络日期|下次联络日|计划联系日期|计划回访日期|' +
      '计划拜访日期|计划跟进时间|跟进日期|回访日期|预计回访日期|预计拜访日期',
  ),
];
