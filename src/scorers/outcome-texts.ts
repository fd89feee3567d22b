import type { LocalText, ResponseOutcome } from '../model/index.ts';

/** What became of a call that a scorer does not get to see, as a sentence for the report. */
export const OUTCOME_TEXTS: Readonly<Record<Exclude<ResponseOutcome, 'ok'>, LocalText>> = {
  refused: { zh: '模型拒绝作答。', en: 'The model refused to answer.' },
  filtered_input: {
    zh: '提问被服务方的内容审核拦截，模型没有作答。',
    en: "The provider's content filter blocked the question; the model did not answer.",
  },
  filtered_output: {
    zh: '回答被服务方的内容审核拦截。',
    en: "The provider's content filter blocked the answer.",
  },
  truncated: {
    zh: '回答达到长度上限而中断，读不出完整的答案；可增大 maxTokens 后重试。',
    en: 'The answer was cut off at the length limit before it could be read; try a larger maxTokens.',
  },
  truncated_in_reasoning: {
    zh: '思考过程未结束就达到长度上限，没有答案；可增大 maxTokens 后重试。',
    en: 'The text was cut off inside the reasoning, before any answer; try a larger maxTokens.',
  },
  empty: {
    zh: '回答为空：既没有文本，也没有工具调用。',
    en: 'The answer is empty: neither text nor a tool call.',
  },
  context_exceeded: {
    zh: '请求超出模型的上下文长度，没有得到回答。',
    en: "The request exceeds the model's context length; there is no answer.",
  },
  rate_limited: {
    zh: '请求因限流未能完成，没有得到回答。',
    en: 'The call was rate-limited; there is no answer.',
  },
  quota: {
    zh: '账户额度或余额不足，没有得到回答。',
    en: "The account's quota or balance is used up; there is no answer.",
  },
  auth: {
    zh: '身份验证失败，没有得到回答；请检查密钥。',
    en: 'Authentication failed; there is no answer. Check the key.',
  },
  bad_request: {
    zh: '服务方认为请求有误，没有得到回答。',
    en: 'The provider rejected the request as malformed; there is no answer.',
  },
  unsupported: {
    zh: '服务方不支持该请求，没有得到回答。',
    en: 'The provider does not support the request; there is no answer.',
  },
  server_error: {
    zh: '服务方内部出错，没有得到回答。',
    en: 'The provider failed with a server error; there is no answer.',
  },
  timeout: {
    zh: '请求超时，没有得到回答。',
    en: 'The call timed out; there is no answer.',
  },
  network: {
    zh: '网络连接失败，没有得到回答。',
    en: 'The network connection failed; there is no answer.',
  },
  task_failed: {
    zh: '生成任务失败，没有得到结果。',
    en: 'The generation task failed; there is no result.',
  },
  cancelled: {
    zh: '请求已取消，没有得到回答。',
    en: 'The call was cancelled; there is no answer.',
  },
  unparsed: {
    zh: '服务方返回的内容不符合接口协议，读不出回答。',
    en: 'What the provider sent does not follow its protocol; no answer can be read from it.',
  },
};
