import { describe, expect, test } from 'vitest';
import { readLog } from '../../../bot/use-cases/read-log.ts';
import { parseIsoDate } from '../../../core/calendar-date.ts';
import { logSummary } from '../../support/log-summary.ts';

/** A Thursday. */
const today = parseIsoDate('2026-11-26') ?? expect.fail();

describe('a log in simplified Chinese', () => {
  test.each([
    ['打电话 周五前要报价', 'phone next-step →2026-11-27'],
    ['打电话，周五前要报价', 'phone next-step →2026-11-27'],
    ['打电话周五前要报价', 'phone next-step →2026-11-27'],
    ['昨天拜访，客户满意，下周三再联系', 'visit reached →2026-12-02 ←2026-11-25'],
    ['没接电话', 'phone no-answer'],
    ['微信聊过，月底前签', 'chat next-step →2026-11-30'],
    ['12月3号再约', '→2026-12-03 ?no-method'],
    ['上门拜访 5分', 'visit reached 5/5'],
    ['电话', 'phone'],
    ['微信', 'chat'],
    ['拜访', 'visit'],
    ['通了电话，客户要报价', 'phone next-step'],
    ['致电客户，未接', 'phone no-answer'],
    ['打不通', 'phone no-answer'],
    ['打了三次电话都没人接', 'phone no-answer'],
    ['客户不在，留言', 'phone no-answer'],
    ['语音信箱', 'phone no-answer'],
    ['明天拜访', 'visit →2026-11-27 ?only-planned'],
    ['约了下周三上门演示', 'visit next-step →2026-12-02 ?only-planned'],
    ['下周二再去拜访', 'visit →2026-12-01 ?only-planned'],
    ['周一拜访', 'visit ?past-or-next'],
    ['周一拜访了客户', 'visit reached ←2026-11-23'],
    ['前天见了王总，满意度4', 'visit reached ←2026-11-24 4/5'],
    ['昨天和李总吃饭，很满意', 'visit reached ←2026-11-25'],
    ['今天打了电话', 'phone ←2026-11-26'],
    ['今天拜访，下周一前发合同', 'visit →2026-11-30 ←2026-11-26'],
    ['刚打完电话，明天发报价', 'phone →2026-11-27'],
    ['电话沟通，今晚再打', 'phone →2026-11-26'],
    ['没打电话', '?no-method'],
    ['别打电话，发邮件', 'email'],
    ['发邮件，等回复', 'email'],
    ['发了邮件，两周后回复', 'email →2026-12-10'],
    ['发了邮件和短信', 'email ?two-methods'],
    ['微信发了白皮书', 'article'],
    ['电话里聊了优惠活动', 'phone reached'],
    ['钉钉沟通，下周五前给方案', 'chat →2026-12-04'],
    ['拜访时送了礼品', 'visit ?two-methods'],
    ['邀请参加研讨会 12月10日', 'event →2026-12-10 ?only-planned'],
    ['不感兴趣，明年再说', 'not-now ?no-method ?unread-date'],
    ['电话，没有预算，年后再联系', 'phone not-now ?unread-date'],
    ['电话，太忙，过两天再打', 'phone not-now →2026-11-28 ?vague-date'],
    ['电话，过几天再打', 'phone →2026-11-28 ?vague-date'],
    ['电话，改天再约', 'phone ?unread-date'],
    ['电话，三天后再联系', 'phone →2026-11-29'],
    ['电话，两三周后再联系', 'phone →2026-12-10 ?vague-date'],
    ['电话，半个月后回访', 'phone →2026-12-11'],
    ['电话，一个半月后回访', 'phone →2027-01-10'],
    ['电话，下个月5号签合同', 'phone next-step →2026-12-05'],
    ['电话，下月初再谈', 'phone →2026-12-01 ?vague-date'],
    ['电话，月底签', 'phone next-step →2026-11-30'],
    ['电话，年底前签约', 'phone next-step →2026-12-31'],
    ['电话，明年1月再谈', 'phone →2027-01-01 ?vague-date'],
    ['电话，大后天见面', 'phone →2026-11-29'],
    ['电话，礼拜五前报价', 'phone →2026-11-27'],
    ['电话，下星期三见面', 'phone →2026-12-02'],
    ['电话，下下周一见面', 'phone →2026-12-07'],
    ['电话，周末见面', 'phone →2026-11-28 ?vague-date'],
    ['电话，本周内报价', 'phone →2026-11-26 ?vague-date'],
    ['电话，下周再联系', 'phone →2026-11-30 ?vague-date'],
    ['电话，15号前回复', 'phone →2026-12-15'],
    ['拜访3号楼，3号再约', 'visit →2026-12-03'],
    ['电话，12/3再约', 'phone →2026-12-03'],
    ['电话，12.3前回复', 'phone →2026-12-03'],
    ['电话，十二月三号见面', 'phone →2026-12-03'],
    ['电话，二十五号见面', 'phone →2026-12-25'],
    ['电话，2026年12月3日见面', 'phone →2026-12-03'],
    ['电话，2025年12月3日再约', 'phone ?past-date'],
    ['电话，11月20号再约', 'phone ?past-date'],
    ['上周二拜访过', 'visit reached ←2026-11-17'],
    ['上个月拜访过，下个月再去', 'visit reached →2026-12-01 ?vague-date'],
    ['电话，周三或周四见面', 'phone →2026-11-26 ?two-dates'],
    ['电话，12月3日周五见面', 'phone →2026-11-27 ?two-dates'],
    ['电话，下周三12月2日见面', 'phone →2026-12-02'],
    ['电话，周五下午3点演示', 'phone →2026-11-27'],
    ['满意度 8', '?no-method ?satisfaction-scale'],
    ['拜访，十分满意', 'visit reached'],
    ['拜访，每周三例会', 'visit'],
    ['电话，周总很满意', 'phone reached'],
    ['10分钟电话', 'phone'],
    ['电话，预计3月签约', 'phone next-step →2027-03-01 ?vague-date'],
    ['电话，三个工作日内回复', 'phone ?unread-date'],
    ['电话，三天没回', 'phone no-answer'],
    ['提前三天打电话', 'phone'],
    ['两年前合作过', '?no-method'],
    ['再次拜访，签了合同', 'visit next-step'],
    ['电话，要3台，周五下单', 'phone next-step →2026-11-27'],
    ['电话 called 下周三 follow up', 'phone →2026-12-02'],
    ['电话，元旦后再联系', 'phone ?unread-date'],
    ['电话；明后天给答复', 'phone →2026-11-27 ?two-dates'],
    ['隔天再打电话', 'phone →2026-11-27 ?only-planned'],
    ['客户在开会，下午再打', 'no-answer ?no-method'],
    ['刚拜访完，客户对价格不满意', 'visit reached'],
    ['和李经理吃了饭，聊得不错，月底定', 'visit reached →2026-11-30'],
    ['上午去了趟客户公司，见到了张总', 'visit reached'],
    ['邮件发了合同，3天内回签', 'email next-step →2026-11-29'],
    ['客户来访，参观工厂', 'visit'],
    ['11月25日电话，12月1日回访', 'phone →2026-12-01 ←2026-11-25'],
    ['11.25电话沟通 12.1前报价', 'phone →2026-12-01'],
    ['今天上午电话：客户不需要了', 'phone not-now ←2026-11-26'],
    ['打了两个电话，第二个接了，要资料', 'phone next-step'],
    ['电话随访，客户满意度9分', 'phone reached ?satisfaction-scale'],
  ])('%j says %s', async (text, expected) => {
    expect(logSummary(await readLog(text, { today }))).toBe(expected);
  });
});

/** A Friday. */
const friday = parseIsoDate('2026-11-27') ?? expect.fail();

describe('a day that is not of the contact, in simplified Chinese', () => {
  test.each([
    ['打电话 他周一下了订单', 'phone next-step'],
    ['打电话 昨天货已送到', 'phone'],
    ['打电话，客户昨天付款了', 'phone'],
    ['打电话 合同明年3月31日到期', 'phone ?end-date'],
    ['打电话，投标周四截止', 'phone ?end-date'],
    ['打电话，合同到期日是12月31日', 'phone ?end-date'],
    ['打电话，合同12月31日到期，周五再联系', 'phone →2026-11-27'],
    ['打电话 会议从周二改到周四', 'phone →2026-12-03'],
    ['打电话，把周二的会议改到周四', 'phone →2026-12-03'],
    ['昨天拜访', 'visit ←2026-11-26'],
    ['昨天，拜访了客户', 'visit reached ←2026-11-26'],
    ['昨天联系过客户，发了邮件', 'email ←2026-11-26'],
  ])('%j says %s', async (text, expected) => {
    expect(logSummary(await readLog(text, { today: friday }))).toBe(expected);
  });
});

describe('days that are said in other words, in simplified Chinese', () => {
  test.each([
    ['打电话 周末后再联系', 'phone →2026-11-30'],
    ['打电话，过了周末再联系', 'phone →2026-11-30'],
    ['打电话，这个周末之后再联系', 'phone →2026-11-30'],
    ['打电话，周末再联系', 'phone →2026-11-28 ?vague-date'],
    ['打电话 48小时内回复', 'phone →2026-11-29'],
    ['打电话，二十四小时后再打', 'phone →2026-11-28'],
    ['打电话，2月31号再联系', 'phone ?unread-date'],
    ['打电话，2027年2月29日再联系', 'phone ?unread-date'],
  ])('%j says %s', async (text, expected) => {
    expect(logSummary(await readLog(text, { today: friday }))).toBe(expected);
  });
});
