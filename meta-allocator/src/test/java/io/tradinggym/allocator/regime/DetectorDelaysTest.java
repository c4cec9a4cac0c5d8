package io.tradinggym.allocator.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Time between false alarms and delays after one change at bar 100, against an independent program's. The build runs
 * few paths; more by {@code -Dtradinggym.paths=100000}.
 */
class DetectorDelaysTest {
  private static final int PATHS = Integer.getInteger("tradinggym.paths", 1_500);
  private static final int CHANGE = 100;
  private static final double[] SHIFTS = {.5, 1, 2};

  /** The other program's own error. */
  private static final double REFERENCE = .02;

  private record Estimate(double mean, double error) {
    void assertIs(double expected, String what) {
      assertThat(mean).as(what).isCloseTo(expected, within(3 * error + REFERENCE * expected + .05));
    }
  }

  /** Bars to the first alarm without a change. */
  private static Estimate runLength(ChangeDetector detector) {
    return runLength(detector, PATHS);
  }

  private static Estimate runLength(ChangeDetector detector, int paths) {
    double sum = 0;
    double squares = 0;
    for (int path = 0; path < paths; path++) {
      RandomStream random = RandomStreams.of(11).stream("null", path);
      detector.reset();
      int bars = 1;
      while (!detector.update(random.gaussian()) && bars < 20_000) {
        bars++;
      }
      sum += bars;
      squares += (double) bars * bars;
    }
    return estimate(sum, squares, paths);
  }

  /** Bars from the change to the alarm, the first changed bar counted, over paths without an alarm before. */
  private static Estimate delay(ChangeDetector detector, double shift, double sd) {
    return delay(detector, shift, sd, PATHS);
  }

  private static Estimate delay(ChangeDetector detector, double shift, double sd, int paths) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int path = 0; path < paths; path++) {
      RandomStream random = RandomStreams.of(12).stream("change", path);
      detector.reset();
      boolean early = false;
      for (int bar = 0; bar < CHANGE && !early; bar++) {
        early = detector.update(random.gaussian());
      }
      if (early) {
        continue;
      }
      int bars = 1;
      while (!detector.update(random.gaussian(shift, sd)) && bars < 20_000) {
        bars++;
      }
      sum += bars;
      squares += (double) bars * bars;
      count++;
    }
    return estimate(sum, squares, count);
  }

  private static Estimate estimate(double sum, double squares, int count) {
    double mean = sum / count;
    return new Estimate(mean, Math.sqrt((squares / count - mean * mean) / count));
  }

  private static void assertDelays(ChangeDetector detector, String name, double... expected) {
    for (int i = 0; i < expected.length; i++) {
      delay(detector, SHIFTS[i], 1).assertIs(expected[i], name + " after a shift of " + SHIFTS[i]);
    }
  }

  /** The threshold at which false alarms are 500 bars apart, from the running maxima of long paths. */
  private static double calibrated(DoubleFunction<ChangeDetector> maker) {
    int bars = 4_000;
    int paths = 600;
    ChangeDetector detector = maker.apply(1);
    float[][] maxima = new float[paths][bars];
    for (int path = 0; path < paths; path++) {
      RandomStream random = RandomStreams.of(13).stream("calibration", path);
      detector.reset();
      float most = Float.NEGATIVE_INFINITY;
      for (int bar = 0; bar < bars; bar++) {
        detector.update(random.gaussian());
        most = Math.max(most, (float) detector.statistic());
        maxima[path][bar] = most;
      }
    }
    double low = 0;
    double high = 100_000;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (meanPassage(maxima, middle) < 500) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double meanPassage(float[][] maxima, double threshold) {
    double sum = 0;
    for (float[] path : maxima) {
      int low = 0;
      int high = path.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (path[middle] > threshold) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      sum += low + 1;
    }
    return sum / maxima.length;
  }

  @Test
  void exactRunLengthsOfCusum() {
    double[][] expected = {
      {.5, 4, 335.368, 26.6792, 8.3832, 3.3428},
      {.5, 5, 930.887, 38.0096, 10.376, 4.0089},
      {.25, 8, 736.788, 28.7634, 11.3932, 5.2142}
    };
    double[] means = {0, .5, 1, 2};
    for (double[] row : expected) {
      for (int i = 0; i < means.length; i++) {
        double digits = row[i + 2] > 100 ? 6e-4 : 6e-5;
        assertThat(CusumRunLength.mean(row[0], row[1], means[i]))
            .as("k %s, h %s, mean %s", row[0], row[1], means[i])
            .isCloseTo(row[i + 2], within(digits));
      }
    }
    assertThat(CusumRunLength.threshold(.25, 500)).isCloseTo(7.26726, within(6e-6));
    assertThat(CusumRunLength.threshold(.5, 500)).isCloseTo(4.38913, within(6e-6));
    assertThat(CusumRunLength.threshold(1, 500)).isCloseTo(2.32324, within(6e-6));
  }

  @Test
  void cusum() {
    Cusum slow = new Cusum(.25, CusumRunLength.threshold(.25, 500));
    runLength(slow).assertIs(500, "bars between false alarms");
    assertDelays(slow, "CUSUM .25", 22.6, 8.8, 4.1);
    Cusum fast = new Cusum(.5, CusumRunLength.threshold(.5, 500));
    runLength(fast).assertIs(500, "bars between false alarms");
    assertDelays(fast, "CUSUM .5", 28.1, 8.1, 3.3);
  }

  @Test
  void ewma() {
    EwmaChart detector = new EwmaChart(.1, 2.54);
    runLength(detector).assertIs(500, "bars between false alarms");
    assertDelays(detector, "EWMA .1", 23.8, 8.7, 3.9);
  }

  @Test
  void shiryaevRoberts() {
    ShiryaevRoberts detector =
        new ShiryaevRoberts(1, calibrated(threshold -> new ShiryaevRoberts(1, threshold)));
    assertThat(detector.threshold())
        .as("the mean time is at least the threshold")
        .isBetween(200.0, 500.0);
    assertDelays(detector, "Shiryaev-Roberts", 25.7, 8.0, 3.4);
  }

  @Test
  void theLawOfTheRunLength() {
    int paths = PATHS / 5;
    Bocpd detector = Bocpd.builder().build();
    runLength(detector, paths).assertIs(500, "bars between false alarms");
    delay(detector, .5, 1, paths).assertIs(183, "BOCPD after a shift of .5");
    delay(detector, 1, 1, paths).assertIs(21, "BOCPD after a shift of 1");
    delay(detector, 2, 1, paths).assertIs(3.5, "BOCPD after a shift of 2");
  }

  /** The chance of a second state with mean 1 that is entered and left with chance .01. */
  private static final class Filter implements ChangeDetector {
    private final HmmFilter filter =
        new HmmFilter(
            new HiddenMarkovModel(
                new double[] {1, 0},
                new double[][] {{.99, .01}, {.01, .99}},
                GaussianStates.of(new double[] {0, 1}, new double[] {1, 1})));
    private final double threshold;
    private final double[] bar = new double[1];

    Filter(double threshold) {
      this.threshold = threshold;
    }

    @Override
    public boolean update(double x) {
      bar[0] = x;
      filter.update(bar);
      return statistic() > threshold;
    }

    @Override
    public double statistic() {
      return filter.probability(1);
    }

    @Override
    public double threshold() {
      return threshold;
    }

    @Override
    public void reset() {
      filter.reset();
    }

    @Override
    public void save(DataOutput out) throws IOException {
      filter.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
      filter.restore(in);
    }
  }

  @Test
  void theFilteredChanceOfTheChangedState() {
    assertDelays(new Filter(calibrated(Filter::new)), "HMM filter", 25.7, 8.0, 3.4);
  }

  @Test
  void pageHinkley() {
    PageHinkley detector = new PageHinkley(.25, 7.23);
    runLength(detector).assertIs(500, "bars between false alarms");
    assertDelays(detector, "Page-Hinkley .25", 32.6, 9.5, 4.2);
    double threshold = calibrated(t -> new PageHinkley(.5, t));
    PageHinkley other = new PageHinkley(.5, threshold);
    delay(other, 1, 1).assertIs(9.2, "Page-Hinkley .5 after a shift of 1");
    delay(other, 2, 1).assertIs(3.3, "Page-Hinkley .5 after a shift of 2");
  }

  @Test
  void pageHinkleyByHand() {
    double[] x = {0, .1, -.1, .2, 0, 1, 1.2, .9, 1.1, 1};
    double[] expected = {
      0, 0, 0, .1, .01, .76, 1.5671428571, 2.0046428571, 2.5657539683, 2.9757539683
    };
    PageHinkley detector = new PageHinkley(.05, 1.5);
    for (int i = 0; i < x.length; i++) {
      assertThat(detector.update(x[i])).isEqualTo(expected[i] > 1.5);
      assertThat(detector.statistic()).isCloseTo(expected[i], within(6e-11));
    }
  }

  @Test
  void aChangeOfVariance() {
    VarianceCusum cusum = new VarianceCusum(2, calibrated(t -> new VarianceCusum(2, t)));
    delay(cusum, 0, 1.5).assertIs(17, "variance CUSUM, sd to 1.5");
    delay(cusum, 0, 2).assertIs(6, "variance CUSUM, sd to 2");
    ChangeDetector squares = new Squares(calibrated(Squares::new));
    delay(squares, 0, 1.5).assertIs(15, "EWMA of squares, sd to 1.5");
    delay(squares, 0, 2).assertIs(7, "EWMA of squares, sd to 2");
  }

  /** An EWMA chart that is shown squares. */
  private static final class Squares implements ChangeDetector {
    private final EwmaChart chart;

    Squares(double threshold) {
      chart = new EwmaChart(.06, threshold);
    }

    @Override
    public boolean update(double x) {
      return chart.update(x * x - 1);
    }

    @Override
    public double statistic() {
      return chart.statistic();
    }

    @Override
    public double threshold() {
      return chart.threshold();
    }

    @Override
    public void reset() {
      chart.reset();
    }

    @Override
    public void save(DataOutput out) throws IOException {
      chart.save(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
      chart.restore(in);
    }
  }
}
