import { type FieldDefinition, field } from './field-definition.ts';
import { IDENTITY_FIELDS } from './identity-fields.ts';

/** Numbers that, in a table of purchases, are the row's or the order's as often as the customer's. */
const ANYBODYS_NUMBER = new Set(
  'id|code|record id|external id|reference|编号|代码|编码|账号|账户|账户号|统一社会信用代码|社会信用代码'.split('|'),
);

/**
 * What a table of purchases holds, a row a purchase or a line of one.
 * Such tables have several days, amounts and numbers side by side, so that each field's headings stand in the order in which
 * they are wanted: the day of the order before that of the payment, what was paid before what was asked.
 */
export const PURCHASE_FIELDS: readonly FieldDefinition[] = [
  ...IDENTITY_FIELDS.filter(({ id }) => id === 'name').map((name) => ({
    ...name,
    headings: [...name.headings, ...'sold to|sold to party|买家|买家名称|买家昵称|订货单位|购买单位'.split('|')],
    ranked: true,
  })),
  ...IDENTITY_FIELDS.filter(({ id }) => id === 'key').map((key) => ({
    ...key,
    headings: key.headings.filter((heading) => !ANYBODYS_NUMBER.has(heading)),
    ranked: true,
  })),
  field(
    'purchaseDate',
    'date',
    'order date|date of order|ordered on|ordered at|order time|order datetime|purchase date|date of purchase|purchased on|purchased at|purchase time|bought on|sale date|sales date|date of sale|sold on|' +
      'transaction date|date of transaction|transaction time|deal date|booking date|invoice date|date of invoice|invoiced on|billing date|document date|posting date|receipt date|payment date|paid on|paid at|' +
      'payment time|ship date|shipping date|shipped on|delivery date|date|day|time|timestamp|created at|created on|creation date|' +
      '订单日期|下单日期|下单时间|订单时间|订单创建时间|订购日期|订购时间|订货日期|订货时间|购买日期|购买时间|采购日期|采购时间|进货日期|进货时间|消费日期|消费时间|交易日期|交易时间|成交日期|成交时间|' +
      '销售日期|销售时间|销货日期|签单日期|签约日期|合同日期|开单日期|开单时间|制单日期|单据日期|业务日期|开票日期|发票日期|记账日期|入账日期|付款日期|付款时间|支付日期|支付时间|出库日期|出货日期|出货日|' +
      '发货日期|发货时间|送货日期|日期|时间|创建日期|创建时间|录单日期',
    { ranked: true },
  ),
  field(
    'purchaseAmount',
    'money',
    'net amount|net total|net value|net sales|line total|line amount|order total|order amount|order value|total amount|purchase amount|purchase value|purchase total|transaction amount|transaction value|' +
      'sales amount|sale amount|sales value|sales|revenue|turnover|invoice amount|invoice total|invoiced|invoiced amount|billed amount|gross amount|gross total|total price|total|amount|value|sum|' +
      'spend|amount spent|price paid|amount paid|paid amount|payment amount|subtotal|' +
      '实付金额|实付款|实付款金额|实付|实收金额|实收款|实际支付金额|买家实际支付金额|实际金额|成交金额|成交额|订单金额|订单总额|订单总金额|订单额|购买金额|购买额|采购金额|采购额|进货金额|消费金额|消费额|' +
      '交易金额|交易额|销售金额|销售额|销货金额|销货额|价税合计|含税金额|不含税金额|未税金额|开票金额|发票金额|合同金额|合同额|应付金额|应收金额|总金额|总价|总额|金额|小计|合计|付款金额|支付金额|已付金额|款项',
    { ranked: true },
  ),
  field(
    'orderNumber',
    'text',
    'order number|order no|order id|order code|order ref|order reference|order|sales order|sales order number|sales order no|so number|so no|invoice number|invoice no|invoice id|invoice|receipt number|receipt no|' +
      'receipt|document number|document no|doc no|transaction id|transaction number|transaction no|bill number|bill no|purchase order|purchase order number|purchase order no|po number|po no|contract number|' +
      'contract no|voucher no|' +
      '订单号|订单编号|订单号码|订单id|主订单编号|主订单号|交易号|交易编号|交易单号|销售单号|销售订单号|销货单号|采购单号|采购订单号|出库单号|出货单号|发货单号|单号|单据号|单据编号|单据号码|流水号|交易流水号|' +
      '发票号|发票号码|发票编号|合同号|合同编号|小票号|小票编号|子订单编号|子订单号',
    { ranked: true },
  ),
  field(
    'product',
    'text',
    'product|product name|item|item name|item description|product description|goods|article|article name|products|description|service|product line|product category|category|sku name|sku|product code|item code|' +
      'item no|item number|product id|article no|' +
      '产品名称|产品|商品名称|商品|商品标题|宝贝标题|货品名称|货品|品名|品项|品项名称|购买产品|购买商品|采购产品|物料名称|存货名称|服务项目|项目|产品类别|产品类型|商品类别|品类|产品线|商品编码|商品编号|' +
      '产品编号|产品编码|货号|sku编码|规格型号|型号',
    { ranked: true },
  ),
  field(
    'channel',
    'text',
    'channel|sales channel|purchase channel|order channel|channel name|channels|order source|source|platform|store|store name|shop|outlet|branch|' +
      '渠道|渠道名称|销售渠道|购买渠道|下单渠道|订单渠道|成交渠道|交易渠道|通路|通路名称|销售通路|购买通路|订单来源|来源渠道|来源|平台|销售平台|店铺|店铺名称|门店|门店名称|店名|分店',
    { ranked: true },
  ),
  field(
    'orderStatus',
    'text',
    'order status|status|transaction status|payment status|订单状态|交易状态|单据状态|状态|付款状态|支付状态',
    { ranked: true },
  ),
];

/** Whether an order's status says that it came to nothing; such a row is no purchase. */
export function isCancelled(status: string): boolean {
  return CANCELLED.test(status.normalize('NFKC').trim());
}

const CANCELLED =
  /^(?:order |transaction )?(?:cancell?ed|voided|void|annulled)\b|^(?:已|订单|訂單|交易)?(?:取消|关闭|關閉|作废|作廢)$/i;
