/**
 * How strongly a Chinese sentence refuses: who speaks, cannot or will not, and does what, each with
 * a weight. The sum decides; the features that made it up name the rule.
 */
export const WEIGHTS = {
  /** 我, 本助手, 作为 AI: the author of the answer is the subject. */
  self: 4,
  /** The request itself is the subject: 该问题无法回答. */
  topic: 3,
  /** 系统, 平台: what answers in the place of the model. */
  service: 3,
  /** No subject at all, in the first clause or behind clauses without another one. */
  dropped: 2,
  /** The subject is something else: a fact about it. */
  other: -6,
  /** Asks to be excused, which one does for oneself. */
  excuse: 4,
  /** 回答, 提供, 透露: what an assistant does with a request. */
  speak: 2,
  /** 处理, 推荐: what anybody may do. */
  act: 1,
  /** Some other verb: the rest has to tell that it was asked for. */
  open: 0,
  /** 拒绝, 不予: declining in so many words. */
  declines: 2,
  /** Plain 不, which states facts as well. */
  plain: -1,
  /** 很难, 难以: an estimate rather than a refusal. */
  hard: -2,
  /** The request as object or topic. */
  asked: 2,
  /** To or for the user. */
  you: 2,
  /** 任何, 相关, 方法: an object that requests are about. */
  broad: 1,
  sorry: 2,
  /** An apology before an open verb, which may regret anything. */
  pity: 1,
  /** 不应该 blames oneself as well. */
  ought: -2,
  /** Begins with a plain no. */
  no: 1,
  /** 把…: something is to be handed over. */
  hands: 1,
  model: 2,
  norm: 1,
  therefore: 1,
  /** Sends the user elsewhere. */
  redirects: 1,
  /** The answer has hardly more than this. */
  alone: 2,
  /** A relative clause: 不能提供证明的,…. */
  relative: -5,
  /** About third persons, as stories are. */
  somebody: -3,
} as const;

export type Feature = keyof typeof WEIGHTS;

/** From here a sentence refuses; from `MAYBE` it may, and a short answer is left unread. */
export const REFUSES = 6;
export const MAYBE = 4;
