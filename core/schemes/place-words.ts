/**
 * Names of places as they stand in a column of regions, joined by `|`, by the area that they lie in. A name that lies in
 * several places of the world is left out.
 */
export const AREA_WORDS = {
  'north-china':
    '华北|华北地区|华北区|华北大区|北京|北京市|天津|天津市|河北|河北省|石家庄|石家庄市|唐山|唐山市|保定|保定市|山西|山西省|太原|太原市|大同|内蒙古|内蒙古自治区|内蒙|呼和浩特|呼和浩特市|包头|包头市|' +
    'north china|beijing|tianjin|hebei|shijiazhuang|shanxi|taiyuan|inner mongolia|hohhot',
  'northeast-china':
    '东北|东北地区|东北区|东北大区|东三省|辽宁|辽宁省|沈阳|沈阳市|大连|大连市|鞍山|鞍山市|吉林|吉林省|吉林市|长春|长春市|黑龙江|黑龙江省|哈尔滨|哈尔滨市|大庆|大庆市|' +
    'northeast china|north east china|liaoning|shenyang|dalian|jilin|changchun|heilongjiang|harbin',
  'east-china':
    '华东|华东地区|华东区|华东大区|上海|上海市|江苏|江苏省|南京|南京市|苏州|苏州市|无锡|无锡市|常州|常州市|南通|南通市|徐州|徐州市|扬州|扬州市|浙江|浙江省|杭州|杭州市|宁波|宁波市|温州|温州市|绍兴|绍兴市|嘉兴|嘉兴市|金华|金华市|' +
    '义乌|义乌市|安徽|安徽省|合肥|合肥市|芜湖|芜湖市|福建|福建省|福州|福州市|厦门|厦门市|泉州|泉州市|江西|江西省|南昌|南昌市|赣州|赣州市|山东|山东省|济南|济南市|青岛|青岛市|烟台|烟台市|潍坊|潍坊市|临沂|临沂市|' +
    'east china|shanghai|jiangsu|nanjing|suzhou|wuxi|zhejiang|hangzhou|ningbo|wenzhou|yiwu|anhui|hefei|fujian|fuzhou|xiamen|quanzhou|jiangxi|nanchang|shandong|jinan|qingdao|yantai',
  'central-china':
    '华中|华中地区|华中区|华中大区|河南|河南省|郑州|郑州市|洛阳|洛阳市|湖北|湖北省|武汉|武汉市|宜昌|宜昌市|襄阳|襄阳市|湖南|湖南省|长沙|长沙市|株洲|株洲市|' +
    'central china|henan|zhengzhou|luoyang|hubei|wuhan|hunan|changsha',
  'south-china':
    '华南|华南地区|华南区|华南大区|广东|广东省|广州|广州市|深圳|深圳市|东莞|东莞市|佛山|佛山市|珠海|珠海市|中山市|惠州|惠州市|汕头|汕头市|广西|广西壮族自治区|南宁|南宁市|桂林|桂林市|柳州|柳州市|海南|海南省|海口|海口市|三亚|三亚市|' +
    'south china|guangdong|guangzhou|shenzhen|dongguan|foshan|zhuhai|huizhou|guangxi|nanning|guilin|hainan|haikou|sanya',
  'southwest-china':
    '西南|西南地区|西南区|西南大区|重庆|重庆市|四川|四川省|成都|成都市|绵阳|绵阳市|贵州|贵州省|贵阳|贵阳市|云南|云南省|昆明|昆明市|西藏|西藏自治区|拉萨|拉萨市|' +
    'southwest china|south west china|chongqing|sichuan|chengdu|guizhou|guiyang|yunnan|kunming|tibet|lhasa',
  'northwest-china':
    '西北|西北地区|西北区|西北大区|陕西|陕西省|西安|西安市|咸阳|咸阳市|甘肃|甘肃省|兰州|兰州市|青海|青海省|西宁|西宁市|宁夏|宁夏回族自治区|银川|银川市|新疆|新疆维吾尔自治区|乌鲁木齐|乌鲁木齐市|' +
    "northwest china|north west china|shaanxi|xian|xi’an|xi'an|gansu|lanzhou|qinghai|xining|ningxia|yinchuan|xinjiang|urumqi",
  'hong-kong-macau':
    '香港|香港特别行政区|中国香港|九龙|新界|澳门|澳门特别行政区|中国澳门|港澳|港澳地区|hong kong|hongkong|hk|kowloon|macau|macao',
  taiwan:
    '台湾|台湾地区|中国台湾|台北|台北市|新北|新北市|桃园|桃园市|台中|台中市|台南|台南市|高雄|高雄市|基隆|基隆市|新竹|新竹市|新竹县|嘉义|嘉义市|嘉义县|宜兰|宜兰县|苗栗|苗栗县|彰化|彰化县|南投|南投县|云林|云林县|屏东|屏东县|' +
    '花莲|花莲县|台东|台东县|澎湖|澎湖县|金门|金门县|taiwan|taipei|new taipei|taoyuan|taichung|tainan|kaohsiung|hsinchu|keelung',
  'rest-of-asia':
    '亚太|亚太地区|亚洲|东南亚|东盟|南亚|日本|东京|大阪|韩国|首尔|新加坡|马来西亚|吉隆坡|泰国|曼谷|越南|胡志明市|河内|印度尼西亚|印尼|雅加达|菲律宾|马尼拉|柬埔寨|缅甸|老挝|印度|孟买|新德里|巴基斯坦|孟加拉国|孟加拉|斯里兰卡|尼泊尔|蒙古|哈萨克斯坦|乌兹别克斯坦|' +
    'asia|apac|asia pacific|asia-pacific|southeast asia|south east asia|asean|japan|tokyo|osaka|korea|south korea|seoul|singapore|malaysia|kuala lumpur|thailand|bangkok|vietnam|hanoi|ho chi minh city|' +
    'indonesia|jakarta|philippines|manila|cambodia|myanmar|laos|india|mumbai|delhi|new delhi|bangalore|pakistan|bangladesh|sri lanka|nepal|mongolia|kazakhstan|uzbekistan',
  'middle-east':
    '中东|中东地区|阿联酋|迪拜|沙特|沙特阿拉伯|以色列|土耳其|伊斯坦布尔|卡塔尔|科威特|阿曼|巴林|伊朗|伊拉克|约旦|' +
    'middle east|uae|united arab emirates|dubai|abu dhabi|saudi arabia|riyadh|israel|tel aviv|turkey|türkiye|istanbul|qatar|doha|kuwait|oman|bahrain|iran|iraq|jordan',
  europe:
    '欧洲|欧盟|西欧|东欧|北欧|德国|柏林|慕尼黑|法国|巴黎|英国|伦敦|意大利|米兰|罗马|西班牙|马德里|葡萄牙|荷兰|阿姆斯特丹|比利时|卢森堡|瑞士|苏黎世|奥地利|维也纳|波兰|华沙|捷克|匈牙利|罗马尼亚|希腊|瑞典|丹麦|挪威|芬兰|爱尔兰|俄罗斯|莫斯科|乌克兰|' +
    'europe|eu|european union|western europe|eastern europe|dach|nordics|benelux|germany|deutschland|berlin|munich|hamburg|frankfurt|stuttgart|cologne|france|paris|lyon|uk|u.k.|united kingdom|great britain|england|scotland|wales|london|' +
    'manchester|birmingham|edinburgh|italy|italia|milan|rome|turin|spain|españa|madrid|barcelona|portugal|lisbon|porto|netherlands|the netherlands|holland|amsterdam|rotterdam|utrecht|belgium|brussels|antwerp|luxembourg|switzerland|zurich|' +
    'geneva|basel|austria|vienna|poland|warsaw|krakow|czech republic|czechia|prague|hungary|budapest|romania|bucharest|bulgaria|sofia|greece|athens|croatia|slovakia|slovenia|serbia|sweden|stockholm|gothenburg|malmö|denmark|copenhagen|aarhus|' +
    'norway|oslo|bergen|finland|helsinki|ireland|dublin|estonia|latvia|lithuania|russia|moscow|ukraine|kyiv',
  'north-america':
    '北美|北美洲|北美地区|美国|纽约|洛杉矶|旧金山|芝加哥|加拿大|多伦多|温哥华|' +
    'north america|usa|us|u.s.|u.s.a.|united states|united states of america|america|new york|los angeles|san francisco|chicago|boston|seattle|houston|dallas|atlanta|miami|california|texas|florida|canada|toronto|vancouver|montreal',
  'latin-america':
    '拉美|拉丁美洲|南美|南美洲|中南美|墨西哥|巴西|圣保罗|阿根廷|智利|哥伦比亚|秘鲁|' +
    'latin america|latam|south america|central america|mexico|mexico city|brazil|sao paulo|são paulo|argentina|buenos aires|chile|colombia|bogota|peru|lima|uruguay|ecuador',
  africa:
    '非洲|南非|埃及|开罗|尼日利亚|肯尼亚|埃塞俄比亚|摩洛哥|阿尔及利亚|加纳|坦桑尼亚|' +
    'africa|south africa|johannesburg|cape town|egypt|cairo|nigeria|lagos|kenya|nairobi|ethiopia|morocco|casablanca|algeria|tunisia|ghana|tanzania',
  oceania:
    '大洋洲|澳洲|澳新|澳大利亚|悉尼|墨尔本|新西兰|奥克兰|oceania|anz|australia|sydney|melbourne|brisbane|new zealand|auckland',
} as const;

/** Names of the whole of China. */
export const CHINA_WORDS = '中国|中国大陆|大陆|中国内地|内地|china|mainland china|prc|p.r. china';

/**
 * Places where a table in English may be at home as well as not, so that their English names alone do not tell whether
 * a customer there is abroad.
 */
export const ENGLISH_AT_HOME =
  'uk|u.k.|united kingdom|great britain|england|scotland|wales|london|manchester|birmingham|edinburgh|ireland|dublin|usa|us|u.s.|u.s.a.|united states|united states of america|america|new york|los angeles|san francisco|chicago|boston|' +
  'seattle|houston|dallas|atlanta|miami|california|texas|florida|canada|toronto|vancouver|montreal|australia|sydney|melbourne|brisbane|new zealand|auckland|singapore|malaysia|kuala lumpur|india|mumbai|delhi|new delhi|bangalore|philippines|' +
  'manila|south africa|johannesburg|cape town|nigeria|lagos|kenya|nairobi|ghana|north america|europe|eu|european union|asia|apac|asia pacific|asia-pacific|africa|oceania|anz|西欧|东欧|北欧|亚太|亚太地区|亚洲|新加坡|马来西亚|吉隆坡|东南亚|东盟';
