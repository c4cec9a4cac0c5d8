package io.tradinggym.api.check;

import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** Bytes that the calling thread has allocated, where the platform counts them. */
final class Allocation {
  private static final com.sun.management.@Nullable ThreadMXBean COUNTER = counter();

  private Allocation() {}

  private static com.sun.management.@Nullable ThreadMXBean counter() {
    return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean bean
            && bean.isThreadAllocatedMemorySupported()
            && bean.isThreadAllocatedMemoryEnabled()
        ? bean
        : null;
  }

  /** Bytes that the calling thread has allocated so far; negative where nobody counts. Allocates nothing itself. */
  static long soFar() {
    return COUNTER == null ? -1 : COUNTER.getCurrentThreadAllocatedBytes();
  }
}
