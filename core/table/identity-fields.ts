import { type FieldDefinition, field } from './field-definition.ts';

/** Who the customer is and who looks after it. */
export const IDENTITY_FIELDS: readonly FieldDefinition[] = [
  field(
    'name',
    'text',
    'customer|customer name|customers|name of customer|company|company name|name of company|account|account name|client|client name|' +
      'organization|organization name|organisation|organisation name|business name|customer company|customer full name|legal name|buyer|' +
      'buyer name|dealer|dealer name|distributor|distributor name|prospect|prospect name|lead|lead company|opportunity account|name|full name|firm|' +
      '客户|客户名称|客户名|客户全称|客户姓名|客户公司|客户公司名称|客户单位|客户单位名称|公司|公司名称|公司名|公司全称|单位名称|企业|企业名称|企业名|企业全称|名称|' +
      '顾客|顾客名称|顾客姓名|会员|会员名称|会员姓名|经销商|经销商名称|代理商|代理商名称|买方|买方名称|购货单位|购买方名称|往来单位|往来单位名称|商户|商户名称|' +
      '厂商|厂商名称|店家|店家名称|商家|商家名称|主顾|抬头|开票名称|发票抬头|公司抬头|机构名称|潜在客户|潜在客户名称|目标客户|线索名称',
  ),
  field(
    'key',
    'text',
    'customer id|customer no|customer number|customer code|customer key|customer ref|cust id|cust no|cust code|account id|account no|account number|' +
      'account code|client id|client no|client number|client code|company id|company code|id|code|crm id|erp code|record id|external id|reference|' +
      'debtor no|debtor number|' +
      '客户编号|客户代码|客户编码|客户号|客户id|客户码|客户识别码|客户序号|编号|代码|编码|公司编号|公司代码|单位编号|单位编码|企业编号|会员编号|会员号|会员卡号|' +
      '客户卡号|账号|客户账号|账户|账户号|统一编号|统编|公司统编|统一社会信用代码|社会信用代码|厂商编号|厂商代号|客户代号|经销商编号|经销商代码|商户编号',
  ),
  field(
    'aliases',
    'text',
    'alias|aliases|short name|also known as|aka|other name|other names|trading name|nickname|dba|abbreviation|' +
      '简称|客户简称|公司简称|别名|客户别名|曾用名|英文名|英文名称|客户英文名|公司英文名称|其他名称|俗称|昵称',
  ),
  field(
    'givenTier',
    'text',
    'tier|given tier|customer tier|grade|customer grade|level|customer level|class|customer class|account tier|account grade|customer category|abc class|given tier|' +
      'abc|rating|customer rating|current tier|current grade|' +
      '客户等级|客户级别|客户分级|客户分类|客户类别|客户层级|等级|级别|分级|现有等级|原等级|目前等级|当前等级|会员等级|会员级别|abc分类|abc等级|客户评级|客户星级|星级',
  ),
  field(
    'owner',
    'text',
    'owner|account owner|customer owner|record owner|lead owner|opportunity owner|rep|sales rep|sales representative|account manager|key account manager|' +
      'kam|account executive|salesperson|sales person|salesman|sales owner|responsible|person in charge|assigned to|assignee|handled by|relationship manager|rm|' +
      '客户经理|业务员|业务|业务代表|业务人员|业务经理|业务负责人|负责业务|销售|销售员|销售人员|销售代表|销售经理|销售顾问|销售负责人|负责人|客户负责人|' +
      '跟进人|跟进人员|跟单员|所属销售|所属业务|所属业务员|归属人|归属销售|维护人|经办人|承办人|专员|客服专员|客户专员|理财经理|账户经理',
  ),
  field(
    'stage',
    'text',
    'stage|sales stage|opportunity stage|deal stage|pipeline stage|lifecycle stage|lifecycle|status|customer status|lead status|account status|phase|' +
      '阶段|客户阶段|销售阶段|商机阶段|跟进阶段|生命周期|生命周期阶段|客户状态|状态|跟进状态|线索状态|商机状态|合作状态',
  ),
  field(
    'industry',
    'text',
    'industry|sector|business sector|industry sector|vertical|line of business|industry type|business type|' +
      '行业|所属行业|行业类别|行业分类|行业类型|产业|产业别|产业类别|行业别|业别|行业领域|所属产业|经营范围|主营业务',
  ),
  field(
    'region',
    'text',
    'region|sales region|territory|area|city|state|state province|province|country|country region|county|location|market|billing city|billing state|billing country|' +
      'billing state province|address|zone|district|' +
      '地区|所在地区|所属地区|区域|所属区域|销售区域|大区|城市|所在城市|省份|所在省份|省市|省|市|国家|国别|国家地区|县市|所在地|地址|客户地址|公司地址|片区|辖区|地域',
  ),
  field(
    'phone',
    'text',
    'phone|phone number|phone no|telephone|telephone number|tel|tel no|mobile|mobile phone|mobile number|cell|cell phone|contact phone|contact number|' +
      'contact no|business phone|office phone|work phone|' +
      '电话|电话号码|联系电话|联系方式|手机|手机号|手机号码|联系手机|联络电话|行动电话|公司电话|办公电话|座机|固定电话|市话|客户电话',
  ),
  field(
    'email',
    'text',
    'email|email address|e-mail|e-mail address|mail|contact email|business email|work email|' +
      '邮箱|电子邮箱|邮件|电子邮件|邮箱地址|电子邮件地址|电邮|电子信箱|信箱|联系邮箱|电子信箱地址',
  ),
  field(
    'contactName',
    'text',
    'contact|contact name|contact person|primary contact|main contact|key contact|contact full name|attention|attn|decision maker|' +
      '联系人|联系人姓名|主要联系人|关键联系人|对接人|联络人|联络人姓名|主要联络人|窗口|联络窗口|对接人姓名|姓名|决策人',
  ),
  field(
    'notes',
    'text',
    'notes|note|remark|remarks|comment|comments|memo|description|annotation|additional information|' +
      '备注|备注信息|说明|附注|批注|备忘|备忘录|注记|备考|其他说明|客户备注',
  ),
];
