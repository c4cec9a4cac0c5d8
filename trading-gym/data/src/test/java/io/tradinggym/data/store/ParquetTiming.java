package io.tradinggym.data.store;

import com.sun.management.OperatingSystemMXBean;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.market.calendar.AroundTheClock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Writes 500 tickers of ten years and reads them all, from a file each and from one a year; run by hand. */
final class ParquetTiming {
  private static final long DAY = 86_400_000;
  private static final int ROUNDS = 6;

  private ParquetTiming() {}

  private interface Read {
    Map<String, PriceBars> all() throws IOException;
  }

  public static void main(String[] args) throws IOException {
    Map<String, PriceBars> bars = new TreeMap<>();
    for (int ticker = 0; ticker < 500; ticker++) {
      bars.put("T" + ticker, bars(ticker));
    }
    try (PartitionedStore store =
        new PartitionedStore(Files.createTempDirectory("years"), new AroundTheClock())) {
      store.merge(bars, Instant.ofEpochMilli(15_000 * DAY));
      time("a file a year", store::readAll);
    }
    Path folder = Files.createTempDirectory("tickers");
    try (ParquetStore store = new ParquetStore(folder)) {
      for (Map.Entry<String, PriceBars> each : bars.entrySet()) {
        store.write(each.getKey(), each.getValue());
      }
      time("a file a ticker", store::readAll);
    }
  }

  private static PriceBars bars(int ticker) {
    PriceBars bars = new PriceBars();
    double price = 10 + ticker;
    for (int bar = 0; bar < 2_520; bar++) {
      double next = price * (1 + Math.sin(bar * (ticker + 1.0)) / 53);
      bars.append(
          // 252 bars in a year, as far apart as they can be.
          (12_000L + bar * 365 / 252) * DAY,
          price,
          Math.max(price, next) * 1.01,
          Math.min(price, next) * 0.99,
          next,
          1e6 + bar);
      price = next;
    }
    return bars;
  }

  private static void time(String name, Read read) throws IOException {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    for (int round = 0; round < ROUNDS; round++) {
      long wall = System.nanoTime();
      long cpu = system.getProcessCpuTime();
      long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      int rows = read.all().values().stream().mapToInt(PriceBars::size).sum();
      System.out.printf(
          "%s: %d bars read in %.2f s, %.2f s CPU of the process, %.2f s of the thread%n",
          name,
          rows,
          (System.nanoTime() - wall) / 1e9,
          (system.getProcessCpuTime() - cpu) / 1e9,
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - own) / 1e9);
    }
  }
}
