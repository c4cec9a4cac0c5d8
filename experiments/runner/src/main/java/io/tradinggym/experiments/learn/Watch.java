package io.tradinggym.experiments.learn;

import io.tradinggym.allocator.drift.Adwin;
import io.tradinggym.allocator.drift.DriftMonitor;
import io.tradinggym.allocator.drift.ErrorRateDrift;
import io.tradinggym.allocator.drift.KolmogorovSmirnov;
import io.tradinggym.allocator.drift.MeanDiscrepancy;
import io.tradinggym.allocator.drift.PopulationStability;
import io.tradinggym.allocator.regime.PageHinkley;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Watches what the champion sees, does and earns against what it saw, did and earned on the history that it learned
 * from: PSI and KS on every column and MMD, which is dear, on the reward, window by window, each family within half
 * of one chance of a false alarm; ADWIN and Page-Hinkley on the reward, DDM on losing bars.
 */
final class Watch {
  private static final int BINS = 6;
  private static final int PERMUTATIONS = 2_000;
  private static final int MOST_ROWS = 250;
  private static final double ADWIN_DELTA = 0.002;
  private static final int CLOCK = 8;
  private static final double PAGE_DELTA = 0.1;
  private static final double PAGE_THRESHOLD = 25;

  private final DriftMonitor monitor;
  private final DriftMonitor ofReward;
  private final Adwin adwin = new Adwin(ADWIN_DELTA, CLOCK);
  private final PageHinkley page = new PageHinkley(PAGE_DELTA, PAGE_THRESHOLD);
  private final ErrorRateDrift losses = new ErrorRateDrift();
  private final double[] centre;
  private final double[] scale;

  /**
   * A watch.
   *
   * @param names of the columns, the reward last
   * @param reference by column
   */
  Watch(List<String> names, double[][] reference, LearnConfig.Monitoring settings, long seed) {
    centre = new double[reference.length];
    scale = new double[reference.length];
    double[][] standard = new double[reference.length][];
    for (int column = 0; column < reference.length; column++) {
      standardise(column, reference[column]);
      standard[column] = some(reference[column]);
      for (int i = 0; i < standard[column].length; i++) {
        standard[column][i] = standard(column, standard[column][i]);
      }
    }
    double half = settings.alpha() / 2;
    monitor =
        new DriftMonitor(
            names,
            standard,
            settings.window(),
            half,
            List.of(new PopulationStability(BINS), new KolmogorovSmirnov()));
    ofReward =
        new DriftMonitor(
            List.of(names.getLast()),
            new double[][] {standard[standard.length - 1]},
            settings.window(),
            half,
            List.of(new MeanDiscrepancy(1, PERMUTATIONS, seed)));
  }

  /** At most {@value #MOST_ROWS} numbers, evenly spaced. */
  private static double[] some(double[] numbers) {
    int rows = Math.min(numbers.length, MOST_ROWS);
    double[] some = new double[rows];
    for (int i = 0; i < rows; i++) {
      some[i] = numbers[(int) ((long) i * numbers.length / rows)];
    }
    return some;
  }

  private void standardise(int column, double[] numbers) {
    double sum = 0;
    double squares = 0;
    for (double number : numbers) {
      sum += number;
      squares += number * number;
    }
    centre[column] = sum / numbers.length;
    double variance = squares / numbers.length - centre[column] * centre[column];
    scale[column] = Math.sqrt(Math.max(variance, 1e-18));
  }

  private double standard(int column, double number) {
    return (number - centre[column]) / scale[column];
  }

  /**
   * Takes in a bar.
   *
   * @param row columns, the reward last
   * @return alarms in words
   */
  List<String> update(double[] row) {
    List<String> alarms = new ArrayList<>();
    double[] standard = new double[row.length];
    for (int column = 0; column < row.length; column++) {
      standard[column] = standard(column, row[column]);
    }
    double reward = standard[standard.length - 1];
    List<DriftMonitor.Alarm> tests = new ArrayList<>(monitor.update(standard));
    tests.addAll(ofReward.update(new double[] {reward}));
    for (DriftMonitor.Alarm alarm : tests) {
      alarms.add(
          String.format(
              Locale.ROOT,
              "%s of %s: %s, p = %s",
              alarm.test().getClass().getSimpleName(),
              alarm.column(),
              alarm.statistic(),
              alarm.pValue()));
    }
    if (adwin.update(reward)) {
      alarms.add("Adwin of reward: mean " + adwin.mean() + " deviations");
    }
    if (page.update(-reward)) { // a fall of the reward
      alarms.add("PageHinkley of reward: " + page.statistic());
      page.reset();
    }
    if (losses.update(row[row.length - 1] < 0) == ErrorRateDrift.Level.DRIFT) {
      alarms.add("ErrorRateDrift of losing bars");
    }
    return alarms;
  }
}
