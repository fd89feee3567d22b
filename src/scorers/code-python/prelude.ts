/**
 * Python that is run once, before the first answer, and is part of the memory that every answer
 * starts from. It leaves `settle(coroutine)`, which waits for what the coroutine returns.
 *
 * - Modules that answers use often are loaded here, once.
 * - asyncio gets an event loop that needs no host: when nothing is ready, its time jumps to the
 *   next timer, so a sleep takes no time at all; when there is no timer either, the wait is over.
 * - Pyodide's own hooks for packages, the event loop and sleeping are taken out.
 */
export const PRELUDE = `
import sys, time, asyncio, asyncio.events, asyncio.runners
import array, bisect, collections, copy, dataclasses, datetime, decimal, enum, fractions
import functools, heapq, itertools, json, math, operator, random, re, statistics, string
import textwrap, traceback, typing, unicodedata, warnings

class StandStill(RuntimeError):
    pass

class SandboxLoop(asyncio.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = self
        self._now = 0.0
    def time(self):
        return self._now
    def select(self, timeout):
        if timeout is None:
            raise StandStill('waits for something that never happens')
        self._now += max(0, timeout)
        return []
    def _process_events(self, events):
        pass
    def _write_to_self(self):
        pass

class SandboxPolicy(asyncio.events._BaseDefaultEventLoopPolicy):
    _loop_factory = SandboxLoop

asyncio.events._set_event_loop_policy(SandboxPolicy())
asyncio.events._set_running_loop(None)
asyncio.run = asyncio.runners.run

def settle(coroutine):
    return asyncio.run(coroutine)

sys.meta_path[:] = [finder for finder in sys.meta_path
                    if not type(finder).__module__.startswith('_pyodide')
                    and not getattr(finder, '__module__', '').startswith('_pyodide')]
sys.path[:] = [path for path in sys.path if path.startswith('/lib/')]
warnings.simplefilter('ignore')
sys.setrecursionlimit(1000)
random.seed(0)
`;
