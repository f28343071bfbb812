import type { HandleClientError } from '@sveltejs/kit';

/** Handles unexpected errors: logs the whole error to the console, and shows its message on the error page. */
export const handleError: HandleClientError = ({ error, status, message }) => {
  if (status === 404) return { message: 'There is no page at this address.' };
  console.error(error);
  return { message: error instanceof Error ? error.message : message };
};
