import type { Message, Sample, ToolCall, ToolDefinition } from '../../src/model/index.ts';
import type { Messages } from '../messages.ts';
import { listed } from './case-parts.ts';
import { evidenceText, MAIN_LIMITS, SIDE_LIMITS } from './evidence-text.ts';
import { type Html, type HtmlValue, html, inline } from './template.ts';

/** The messages of the first request. */
export function prompt(sample: Sample, messages: Messages): HtmlValue {
  return listed(sample.request.messages, messages, (message) => promptMessage(message, messages));
}

/** One message: who says it, and what. */
export function message(role: Message['role'], messages: Messages, ...body: HtmlValue[]): Html {
  return html`<div class="message is-${role}"><span class="role">${messages.roles[role]}</span><div class="said">${body}</div></div>`;
}

function promptMessage(said: Message, messages: Messages): Html {
  const calls = said.role === 'assistant' ? (said.toolCalls ?? []) : [];
  const text = contentText(said, messages);
  const silent = text === '' && calls.length > 0;
  return message(
    said.role,
    messages,
    silent ? null : evidenceText(text, MAIN_LIMITS, messages),
    toolCalls(calls, messages),
  );
}

function contentText({ content }: Message, messages: Messages): string {
  if (typeof content === 'string') return content;
  const parts = content.map((item) => {
    if (item.type === 'text') return item.text;
    const title = messages.mediaTypes[item.type];
    return messages.media({ title, mediaType: item.mediaType, digest: item.sha256 });
  });
  return parts.join('\n');
}

export function toolCalls(calls: readonly ToolCall[], messages: Messages): Html | null {
  if (calls.length === 0) return null;
  const items = listed(
    calls,
    messages,
    (call) =>
      html`<div class="call"><code translate="no">${inline(call.name, 100)}</code>${evidenceText(call.arguments, SIDE_LIMITS, messages)}</div>`,
  );
  return html`<p class="part-title">${messages.toolCallsPart}</p>${items}`;
}

export function toolsOffered(tools: readonly ToolDefinition[], messages: Messages): Html | null {
  if (tools.length === 0) return null;
  const items = listed(tools, messages, (tool) => {
    const schema = JSON.stringify(tool.parameters, null, 1);
    return html`<div class="call"><code translate="no">${inline(tool.name, 100)}</code> ${inline(tool.description ?? '')}${evidenceText(schema, SIDE_LIMITS, messages)}</div>`;
  });
  return html`<details class="fold"><summary>${messages.toolsPart}</summary>${items}</details>`;
}
