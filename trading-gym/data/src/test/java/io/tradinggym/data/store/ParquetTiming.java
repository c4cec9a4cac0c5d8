package io.tradinggym.data.store;

import io.tradinggym.data.series.PriceBars;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes 500 tickers of ten years and reads them all; run by hand. */
final class ParquetTiming {
  private ParquetTiming() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("parquet");
    try (ParquetStore store = new ParquetStore(folder)) {
      for (int ticker = 0; ticker < 500; ticker++) {
        PriceBars bars = new PriceBars();
        double price = 10 + ticker;
        for (int bar = 0; bar < 2_520; bar++) {
          double next = price * (1 + Math.sin(bar * (ticker + 1.0)) / 53);
          bars.append(
              bar * 86_400_000L,
              price,
              Math.max(price, next) * 1.01,
              Math.min(price, next) * 0.99,
              next,
              1e6 + bar);
          price = next;
        }
        store.write("T" + ticker, bars);
      }
      for (int round = 0; round < 4; round++) {
        long wall = System.nanoTime();
        long cpu =
            ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
        int rows = store.readAll().values().stream().mapToInt(PriceBars::size).sum();
        System.out.printf(
            "%d bars read in %.2f s, %.2f s CPU of the process%n",
            rows,
            (System.nanoTime() - wall) / 1e9,
            (ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                    - cpu)
                / 1e9);
      }
    }
  }
}
