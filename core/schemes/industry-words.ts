/** Names of industries as they stand in a column, joined by `|`, by the group that they belong to. */
export const INDUSTRY_WORDS = {
  manufacturing:
    '制造|制造业|工业|生产|生产制造|机械|机械制造|装备制造|精密机械|设备|电子|电子制造|电子元器件|半导体|汽车|汽车制造|汽车零部件|化工|塑料|橡胶|纺织|服装|服装制造|家具|金属|五金|钢铁|冶金|包装|印刷|食品加工|家电|模具|仪器仪表|' +
    'manufacturing|manufacturer|industry|industrial|machinery|mechanical engineering|electronics|semiconductors|semiconductor|automotive|automobile|chemicals|chemical|plastics|textiles|textile|apparel|furniture|metals|steel|packaging|printing',
  trade:
    '贸易|商贸|外贸|进出口|批发|零售|批发零售|批发和零售业|电商|电子商务|超市|百货|连锁|商业|分销|快消|快消品|消费品|' +
    'trade|trading|wholesale|retail|wholesale and retail|distribution|import and export|e-commerce|ecommerce|online retail|consumer goods|fmcg|supermarket',
  technology:
    '信息技术|信息技术业|软件|软件业|互联网|计算机|it|信息科技|资讯|资讯业|资讯科技|资讯服务|通信|电信|通讯|人工智能|云计算|大数据|游戏|科技|高科技|' +
    'information technology|software|internet|technology|tech|saas|computers|telecom|telecommunications|telecoms|hardware|gaming|it services',
  finance:
    '金融|金融业|银行|保险|证券|基金|投资|信托|租赁|融资租赁|finance|financial services|banking|bank|insurance|securities|investment|fintech|leasing',
  construction:
    '建筑|建筑业|建材|工程|房地产|地产|房产|装修|装饰|物业|营建|营造|不动产|construction|building|building materials|engineering|real estate|property|architecture',
  transport:
    '物流|运输|交通|交通运输|仓储|快递|航运|航空|货运|供应链|transport|transportation|logistics|shipping|freight|warehousing|aviation|airlines|supply chain',
  energy:
    '能源|电力|新能源|石油|石化|煤炭|天然气|燃气|水务|环保|公用事业|矿业|采矿|光伏|energy|power|utilities|oil and gas|oil & gas|mining|renewables|renewable energy|solar|water|environment|environmental services',
  health:
    '医疗|医药|制药|医院|健康|医疗器械|生物|生物医药|生物科技|诊所|药店|health|healthcare|health care|medical|pharmaceuticals|pharma|hospital|hospitals|medical devices|biotech|biotechnology|life sciences',
  education:
    '教育|教育业|培训|学校|高校|大学|教育培训|教育咨询|科研|education|training|school|schools|university|universities|higher education|research',
  hospitality:
    '餐饮|餐饮业|酒店|旅游|旅游业|住宿|住宿餐饮|食品|食品饮料|饮料|娱乐|休闲|hospitality|hotel|hotels|catering|restaurant|restaurants|food|food and beverage|food & beverage|beverages|tourism|travel|leisure|entertainment',
  agriculture:
    '农业|农林|农林牧渔|种植|养殖|畜牧|渔业|林业|agriculture|farming|forestry|fishing|fisheries|agribusiness',
  public:
    '政府|政府机关|机关|事业单位|公共管理|公共事业|社会团体|非营利|协会|基金会|government|public sector|public administration|non-profit|nonprofit|ngo|charity|association|military|defence|defense',
  services:
    '服务|服务业|商务服务|专业服务|咨询|法律|律师|会计|审计|广告|传媒|媒体|文化|设计|人力资源|中介|会展|出版|' +
    'services|service|business services|professional services|consulting|legal|law|accounting|audit|advertising|marketing|media|publishing|design|human resources|staffing|recruitment|events|culture',
} as const;
