import { AppError, type ErrorDetails, type ProjectErrorCode } from '#core/base/errors.ts';
import { ownValue } from '#core/base/lookup.ts';
import { m } from '#messages';
import { errorWords, type ErrorWords } from '#components/ui/feedback/error-words.ts';

type Words = (details: ErrorDetails) => ErrorWords;

const MESSAGES: Readonly<Record<ProjectErrorCode, Words>> = {
  'project-file-unreadable': () => ({
    title: m.project_error_unreadable_title(),
    advice: m.project_error_unreadable_advice({ safe: m.feedback_stored_is_safe() }),
  }),
  'project-file-cut': () => ({
    title: m.project_error_cut_title(),
    advice: m.project_error_cut_advice({ safe: m.feedback_stored_is_safe() }),
  }),
  'project-file-extended': () => ({
    title: m.project_error_extended_title(),
    advice: m.project_error_extended_advice({ safe: m.feedback_stored_is_safe() }),
  }),
  'project-file-changed': () => ({
    title: m.project_error_changed_title(),
    advice: m.project_error_changed_advice({ safe: m.feedback_stored_is_safe() }),
  }),
  'project-file-swapped': () => ({
    title: m.project_error_swapped_title(),
    advice: m.project_error_swapped_advice({ safe: m.feedback_stored_is_safe() }),
  }),
  'project-file-passphrase': () => ({
    title: m.project_error_passphrase_title(),
    advice: m.project_error_passphrase_advice({ safe: m.feedback_stored_is_safe() }),
  }),
  'project-file-version': () => ({
    title: m.project_error_version_title(),
    advice: m.project_error_version_advice({ safe: m.feedback_stored_is_safe() }),
  }),
  'project-file-too-large': () => ({
    title: m.project_error_too_large_title(),
    advice: m.project_error_too_large_advice({ safe: m.feedback_stored_is_safe() }),
  }),
  'project-file-unwritable': () => ({
    title: m.project_error_unwritable_title(),
    advice: m.project_error_unwritable_advice({ safe: m.feedback_stored_is_safe() }),
  }),
  'project-changed': () => ({
    title: m.project_error_moved_title(),
    advice: m.project_error_moved_advice(),
  }),
  'project-damaged': ({ name = '' }) => ({
    title: m.project_error_damaged_title({ name }),
    advice: m.project_error_damaged_advice(),
  }),
};

const KNOWN: Readonly<Record<string, Words>> = MESSAGES;

/** Returns the words for an error with a project file, or for any other error. */
export function projectErrorWords(error: unknown): ErrorWords {
  const words = error instanceof AppError ? ownValue(KNOWN, error.code) : undefined;
  return words ? words((error as AppError).details) : errorWords(error);
}
