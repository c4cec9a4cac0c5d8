package io.tradinggym.agents.dl4j;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.signals.model.Learner;
import io.tradinggym.signals.model.Table;
import io.tradinggym.signals.sequence.LstmLearner;
import io.tradinggym.signals.sequence.LstmSettings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * CPU time of an epoch of the LSTM 128-64-32 on 2,000 windows of 30 rows of seven features, batches of 32, on this
 * library's engine and on Deeplearning4j: that of two epochs less that of one. Run by hand with OMP_NUM_THREADS=1.
 */
final class LstmTiming {
  private static final int ROWS = 2_080;
  private static final int WIDTH = 7;

  private LstmTiming() {}

  public static void main(String[] args) {
    RandomStream random = RandomStreams.of(4).stream("rows");
    float[] values = new float[ROWS * WIDTH];
    float[] targets = new float[ROWS];
    float[] weights = new float[ROWS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.gaussian();
    }
    for (int row = 0; row < ROWS; row++) {
      targets[row] = random.integer(2);
    }
    Arrays.fill(weights, 1);
    List<String> names = IntStream.range(0, WIDTH).mapToObj(i -> "f" + i).toList();
    Table table = new Table(names, IntStream.range(0, ROWS).asLongStream().toArray(), values);
    int rounds = args.length == 0 ? 3 : Integer.parseInt(args[0]);
    for (int round = 0; round <= rounds; round++) {
      double own = epoch(settings -> new LstmLearner(settings, 1), table, targets, weights);
      double dl4j = epoch(settings -> new Dl4jLstm(settings, 1), table, targets, weights);
      // The first round warms up.
      if (round > 0) {
        System.out.printf(
            "an epoch: own engine %.2f s CPU, Deeplearning4j %.2f s, %.1f times%n",
            own, dl4j, dl4j / own);
      }
    }
  }

  private interface Make {
    Learner of(LstmSettings settings);
  }

  private static double epoch(Make make, Table table, float[] targets, float[] weights) {
    double[] seconds = new double[2];
    for (int i = 0; i < 2; i++) {
      int epochs = 1 + i;
      LstmSettings settings =
          new LstmSettings(30, 128, 64, 32, 0.2, 1e-3, 32, epochs, epochs, 0.01);
      long before = cpu();
      make.of(settings)
          .fit(table, IntStream.range(29, ROWS).toArray(), targets, weights, RandomStreams.of(5));
      seconds[i] = (cpu() - before) / 1e9;
    }
    return seconds[1] - seconds[0];
  }

  /** Native code may run on threads of its own. */
  private static long cpu() {
    return java.lang.management.ManagementFactory.getPlatformMXBean(
            com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }
}
