import type { IncomingHttpHeaders } from 'node:http';
import type { Json, JsonObject } from '../../model/index.ts';
import { ApiError, type SimulatedModel } from './contract.ts';

/** The token of `Authorization: Bearer …` (RFC 6750). */
export function bearerToken(headers: IncomingHttpHeaders): string | undefined {
  return /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
}

/** The JSON object in a request's body. */
export function jsonBody(body: Buffer): JsonObject {
  let value: Json;
  try {
    value = JSON.parse(body.toString('utf8')) as Json;
  } catch {
    throw new ApiError(400, 'invalid_json', 'The body of the request is not valid JSON.');
  }
  if (!isObject(value)) throw new ApiError(400, 'invalid_json', 'The body has to be an object.');
  return value;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function invalid(param: string, expected: string): ApiError {
  return new ApiError(400, 'invalid_value', `Invalid value for '${param}': ${expected}.`, param);
}

/** The field's number within [min, max], or null when it is absent or null. */
export function numberField(
  body: JsonObject,
  name: string,
  [min, max]: readonly [number, number],
): number | null {
  const value = body[name] ?? null;
  if (value === null) return null;
  if (typeof value !== 'number' || value < min || value > max) {
    throw invalid(name, `expected a number from ${min} to ${max}`);
  }
  return value;
}

/** The field's whole number, at least `min`, or null when it is absent or null. */
export function integerField(body: JsonObject, name: string, min: number): number | null {
  const value = body[name] ?? null;
  if (value === null) return null;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < min) {
    throw invalid(name, `expected a whole number of at least ${min}`);
  }
  return value;
}

/** False when the field is absent or null. */
export function booleanField(body: JsonObject, name: string): boolean {
  const value = body[name] ?? false;
  if (typeof value !== 'boolean') throw invalid(name, 'expected true or false');
  return value;
}

/** A text or a list of texts as a list; empty when the field is absent or null. */
export function textsField(body: JsonObject, name: string): readonly string[] {
  const value = body[name] ?? [];
  const list = Array.isArray(value) ? value : [value];
  if (!list.every((text) => typeof text === 'string')) {
    throw invalid(name, 'expected a text or a list of texts');
  }
  return list;
}

/** A list of objects; empty when the field is absent or null. */
export function objectsField(body: JsonObject, name: string): readonly JsonObject[] {
  const value = body[name] ?? [];
  if (!Array.isArray(value) || !value.every(isObject)) {
    throw invalid(name, 'expected a list of objects');
  }
  return value;
}

/** The non-empty list of messages. */
export function messagesField(body: JsonObject): readonly JsonObject[] {
  const messages = objectsField(body, 'messages');
  if (messages.length === 0) throw invalid('messages', 'expected at least one message');
  return messages;
}

/** Refuses a request for a model that is not served. */
export function checkModel(body: JsonObject, { models }: SimulatedModel): void {
  const { model } = body;
  if (typeof model !== 'string' || model === '') throw invalid('model', 'expected a model name');
  if (models !== null && !models.includes(model)) {
    throw new ApiError(400, 'model_not_found', `The model '${model}' does not exist.`, 'model');
  }
}
