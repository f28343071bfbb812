/** Answers a page's messages with the results of these tasks, called by name. */
export function answerTasks(tasks: object): void {
  addEventListener(
    'message',
    ({ data }: MessageEvent<{ id: number; name: string; values: [] }>) => {
      void answer(tasks, data);
    },
  );
}

async function answer(
  tasks: object,
  { id, name, values }: { id: number; name: string; values: [] },
): Promise<void> {
  try {
    const task = tasks[name as keyof typeof tasks] as (...given: unknown[]) => unknown;
    postMessage({ id, result: await task(...values) });
  } catch (error) {
    postMessage({ id, error: String(error instanceof Error ? error.stack : error) });
  }
}
