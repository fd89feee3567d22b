import { chatCompletions } from './chat-completions.ts';
import type { Endpoint } from './contract.ts';
import { messages } from './messages.ts';
import { models } from './models.ts';
import { stats } from './stats.ts';

/** Registry of endpoints. Add a new one here. */
export const ENDPOINTS: readonly Endpoint[] = [chatCompletions, messages, models, stats];
