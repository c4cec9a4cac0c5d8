package io.tradinggym.experiments.cli;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Processor time of this process, all threads, since this object was made. */
final class ProcessorTime {
  private static final double NANOS = 1e9;

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final long start = system.getProcessCpuTime();

  double seconds() {
    return (system.getProcessCpuTime() - start) / NANOS;
  }
}
