package io.tradinggym.api.check;

import java.lang.management.ManagementFactory;

/** Bytes that the calling thread has allocated, where the platform counts them. */
final class Allocation {
  private Allocation() {}

  /** Bytes that the calling thread has allocated so far; negative where nobody counts. */
  static long soFar() {
    return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean bean
            && bean.isThreadAllocatedMemorySupported()
            && bean.isThreadAllocatedMemoryEnabled()
        ? bean.getCurrentThreadAllocatedBytes()
        : -1;
  }
}
