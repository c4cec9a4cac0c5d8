package io.tradinggym.market.feature;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.MarketData;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.data.Range;
import java.util.Arrays;

/**
 * Learns centre and spread of features from a training range. It takes no other kind of range: what is fitted cannot
 * have seen validation or test.
 */
public enum Scaler {
  /** Mean and standard deviation. */
  STANDARD {
    @Override
    float[] centreAndSpread(float[] values) {
      double mean = 0;
      for (float value : values) {
        mean += value;
      }
      mean /= values.length;
      double squares = 0;
      for (float value : values) {
        squares += (value - mean) * (value - mean);
      }
      return new float[] {(float) mean, (float) Math.sqrt(squares / values.length)};
    }
  },
  /** Median and the range between the quartiles / 1.349, which is the standard deviation of a normal law. */
  ROBUST {
    @Override
    float[] centreAndSpread(float[] values) {
      Arrays.sort(values);
      float range = quantile(values, 0.75) - quantile(values, 0.25);
      return new float[] {quantile(values, 0.5), range / 1.349f};
    }

    private float quantile(float[] sorted, double q) {
      double at = q * (sorted.length - 1);
      int low = (int) at;
      int high = Math.min(low + 1, sorted.length - 1);
      return (float) (sorted[low] + (at - low) * (sorted[high] - sorted[low]));
    }
  };

  /** Paths that are drawn of a simulated market. */
  private static final int PATHS = 16;

  abstract float[] centreAndSpread(float[] values);

  /**
   * Fits each feature over the decision bars of the range, all assets together, each from the end of its warm-up on. A
   * simulated market is fitted on 16 paths.
   *
   * @param features that have learned
   * @param train the training range: nothing else is learned from
   * @return centre and spread of each feature; a feature that does not move has spread 1
   * @throws IllegalArgumentException if no asset has a bar after the warm-up
   */
  public FittedScaler fit(FeatureSet features, Range.Train train) {
    MarketTape tape = train.tape();
    Bars bars = tape.bars();
    FeatureTable table = new FeatureTables(features, train).of(tape);
    int paths = bars instanceof MarketData ? 1 : PATHS;
    Samples samples =
        new Samples(features.size(), Math.multiplyExact(bars.assets() * paths, bars.length()));
    RandomStream random = RandomStreams.of(0).stream("scaler");
    for (int path = 0; path < paths; path++) {
      tape.next(random);
      table.refill();
      samples.add(table, bars, tape.firstDecision());
    }
    if (samples.count == 0) {
      throw new IllegalArgumentException(
          "no asset of the training range has a bar after the warm-up of "
              + features.warmUp()
              + "; it has "
              + bars.length()
              + " bars");
    }
    float[] centre = new float[features.size()];
    float[] gain = new float[features.size()];
    for (int feature = 0; feature < centre.length; feature++) {
      float[] fit = centreAndSpread(Arrays.copyOf(samples.values[feature], samples.count));
      centre[feature] = fit[0];
      // A column that does not move stays unscaled, at 0.
      gain[feature] = fit[1] > 0 ? 1 / fit[1] : 1;
    }
    return new FittedScaler(features.names(), centre, gain);
  }

  /** Values by feature. */
  private static final class Samples {
    final float[][] values;
    int count;

    Samples(int features, int capacity) {
      values = new float[features][capacity];
    }

    void add(FeatureTable table, Bars bars, int firstDecision) {
      for (int asset = 0; asset < bars.assets(); asset++) {
        int listed = 0;
        while (listed < bars.length() && !bars.traded(asset, listed)) {
          listed++;
        }
        for (int bar = Math.max(firstDecision, listed + table.warmUp());
            bar < bars.length();
            bar++) {
          for (int feature = 0; feature < values.length; feature++) {
            values[feature][count] = table.value(asset, bar, feature);
          }
          count++;
        }
      }
    }
  }
}
