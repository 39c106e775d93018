import { computed, readonly, shallowRef } from 'vue';
import { ask, keep_token, on_signed_out, order, question, Refusal } from '@/api/client';
import type { components } from '@/api/schema';
import { ask_anew } from './live';

export type Me = components['schemas']['Me'];
export type Post = components['schemas']['Post'];
export type RightName = components['schemas']['RightName'];

/**
 * Who is signed in, with the post that acts. Where the service has no accounts it says so (`machine`), and nothing of this
 * shows. What the post may not do is left out of the pages; the service refuses it all the same.
 */
const known = shallowRef<Me | null>(null);
const out = shallowRef(false);
const settled = shallowRef(false);

export const me = readonly(known);
/** It is known who is here, or that nobody can say. Pages wait for it: drafts and rights are somebody's. */
export const is_settled = readonly(settled);
/** The service wants somebody to sign in first. */
export const signed_out = readonly(out);
export const has_account = computed(() => known.value !== null && known.value.signed_in_by !== 'machine');
export const must_change_password = computed(() => known.value?.must_change_password ?? false);

on_signed_out(() => (out.value = true));

export function may(right: RightName): boolean {
  const held = known.value?.rights.find((one) => one.right === right);
  return known.value === null || (held !== undefined && held.reach !== 'none');
}

function keep(answer: Me): void {
  known.value = answer;
  out.value = false;
  keep_token(answer.csrf_token);
}

export async function load_me(): Promise<void> {
  try {
    keep(await ask<Me>(question('/api/v1/me').address));
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause; // Refused or not reached: the page says so itself.
  } finally {
    settled.value = true;
  }
}

export async function sign_in(name: string, password: string): Promise<void> {
  keep(await order<Me>('POST', '/api/v1/session', { name, password }));
  if (!must_change_password.value) ask_anew(); // Until then nothing is answered.
}

/** The pages keep nothing of who was here: the next one begins with an empty page. */
export async function sign_out(): Promise<void> {
  await order('DELETE', '/api/v1/session');
  location.assign('/');
}

export async function act_as(post: Post): Promise<void> {
  keep(await order<Me>('PUT', '/api/v1/me/post', { role: post.role, unit: post.unit }));
  ask_anew();
}

export async function change_password(current_password: string, new_password: string): Promise<void> {
  keep(await order<Me>('POST', '/api/v1/me/password', { current_password, new_password }));
  ask_anew();
}
