/**
 * Refusals that are no sentence: a record with a status, a notice of the service, a sign. The status
 * alone does not tell: an invoice is rejected, too. So something has to name the request or a norm,
 * or there is nothing else in the record.
 */

const STATUS =
  '(?:refus(?:ed?|al)|reject(?:ed|ion)?|den(?:y|ied)|declined?|blocked|forbidden|content_?filter(?:ed)?|filtered|flagged|unsafe|拒绝(?:回答|响应|服务|执行|处理)?|已拒绝|拒答|不予[^,。"]{0,4}|驳回|已?(?:被)?拦截|已?屏蔽|违规|不合规|未通过|审核不通过|无法提供|不能提供|不便透露)';
const STATE =
  '(?:status|state|result|decision|verdict|action|type|outcome|error|code|answer|response|output|finish_reason|状态|结果|处理结果|处理意见|审核结果|结论|决定|判定|处置|回答|答案)';
const HOLDS = new RegExp(
  `(?:(?:^|[{\\s,"])${STATE}["\\s]*[:=]\\s*["'【]?|<${STATE}>?)${STATUS}(?=["'\\s<,。;】}\\]!(]|$)`,
);
const FLAG =
  /"(?:refus(?:ed|al)|blocked|rejected|denied|flagged|filtered)"\s*:\s*true|"refus(?:al|ed)_?(?:reason|message|text)?"\s*:\s*"[^"]{2,}"/;
/** The request, or what it runs against. */
const CONCERNS =
  /请求|提问|提示词|输入|用户|话题|内容|对话|会话|违反|违规|违法|不合规|合规|敏感|隐私|安全|政策|策略|规范|准则|涉嫌|有害|侵权|自残|自杀|暴力|色情|诱导|无法|不能|不予|policy|request|prompt|safety|harm|content|unsafe|violat|privacy|illegal|self-harm|cannot|can't/;
/** Fields beside the status: how much else the record says. */
const FIELD = /"[^"]*"\s*:|<[a-z_]+>?|(?:^|\n)\s*[^\s:]{1,12}:/g;
const SIGN = /^\s*(?:\u{1F6AB}|\u26D4|\u274C|\u{1F6D1}|\u{1F512}|\u26A0|\u{1F645}|\u270B)/u;
const NOTICE =
  /^\s*(?:[[【(](?:[^\])】\n]{0,4}(?:系统|安全|提示|提醒|通知|警告|审核|消息)[^\])】\n]{0,4}|error|system|notice|warning)[\])】]|(?:(?:系统|安全|审核)(?:提示|通知|消息|公告|提醒|警告|结果)|(?:内容)?生成失败|错误|警告|error|system|notice|warning)\s*:)/;
const STOPS =
  /拒绝|拦截|屏蔽|终止|中止|结束|不予|无法|不能|不支持|停止|失败|受限|隐藏|撤回|驳回|禁止|不可用|refus|reject|denied|blocked|filtered|cannot|can't|unable|forbidden/;
/** What serves other requests than the user's: pages, printers, interfaces. */
const OF_A_MACHINE =
  /打印|端口|网络连接|服务器|数据库|磁盘|内存|驱动|令牌|登录失败|密码错误|语法|编译|port\b|server|disk|memory|token|syntax/;

/** Records and notices are short. UTF-16 units. */
const LONGEST = 240;
const MOST_FIELDS = 4;

/** The name of the rule; null when the answer is no such record. */
export function recordRule(text: string): string | null {
  const bare = text.trim();
  if (bare.length > LONGEST || OF_A_MACHINE.test(bare)) return null;
  if (FLAG.test(bare)) return 'record-refused';
  const rest = bare.replace(HOLDS, '');
  if (rest !== bare) {
    const fields = rest.match(FIELD)?.length ?? 0;
    if (fields === 0 || (fields <= MOST_FIELDS && CONCERNS.test(rest))) return 'record-refused';
  }
  const notice = SIGN.test(bare) || NOTICE.test(bare);
  return notice && STOPS.test(bare) && CONCERNS.test(bare) && !/\n.*\n/.test(bare)
    ? 'notice-refused'
    : null;
}
