package io.tradinggym.data.feature;

import com.sun.management.ThreadMXBean;
import io.tradinggym.data.series.PriceBars;
import java.lang.management.ManagementFactory;

/** CPU time of 100 features at 5,000 bars, cold and warm, and what a pass allocates; run by hand. */
final class FeatureColumnsTiming {
  static final String HUNDRED =
      "s0, sma(10), sma(100), ema(12), ema(26), ema(100), wma(14), hma(16), dema(20), tema(20),"
          + " kama, vwma(20),smaDistance(50), emaDistance(50), slope(20), efficiency(10), aroonUp,"
          + " aroonDown, aroon, plusDi, minusDi, adx,vortexPlus, vortexMinus, rsi(7), rsi(21),"
          + " stochRsi, stochJ, williams, cci, ppo, trix, tsi, cmo, ultimate,awesome, upShare,"
          + " autocorrelation, atrp, bbPercent, zScore(20), keltnerUpper, donchianWidth,"
          + " choppiness, ulcer,parkinson, garmanKlass, rogersSatchell, yangZhang, skewness(20),"
          + " cmf, mfi, forceIndex, roc(5)";

  private FeatureColumnsTiming() {}

  public static void main(String[] args) {
    PriceBars bars = RandomBars.walk(1, 5_000);
    FeatureColumns columns = new FeatureColumns(Catalog.standard().parse(HUNDRED));
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int round = 0; round < 40; round++) {
      long allocated = thread.getCurrentThreadAllocatedBytes();
      long before = thread.getCurrentThreadCpuTime();
      columns.compute(bars);
      double millis = (thread.getCurrentThreadCpuTime() - before) / 1e6;
      allocated = thread.getCurrentThreadAllocatedBytes() - allocated;
      if (round % 10 == 0 || round == 39) {
        System.out.printf(
            "round %2d: %d features x %d bars in %.2f ms, %d bytes%n",
            round, columns.features().size(), bars.size(), millis, allocated);
      }
    }
  }
}
