package io.tradinggym.market.feature;

import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketKind;
import io.tradinggym.market.data.Purpose;
import io.tradinggym.market.data.Range;
import io.tradinggym.market.data.Split;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The features of an observation, in order; immutable. Those that learn must be fitted on a training range before they
 * are {@link #ready}.
 */
public final class FeatureSet {
  /**
   * Returns over 1, 5 and 20 bars, volatility, volume, RSI, MACD and the position in the Bollinger band: 33 bars of
   * warm-up.
   */
  public static final FeatureSet DEFAULT =
      of(
          Features.logReturn(1),
          Features.logReturn(5),
          Features.logReturn(20),
          Features.ewmaVolatility(0.94),
          Features.volumeRatio(20),
          Features.rsi(14),
          Features.macdHistogram(12, 26, 9),
          Features.bollinger(20));

  /** Bars of each path of a simulated market that features learn from. */
  private static final int LEARNED_BARS = 500;

  private final String text;
  private final List<? extends FeatureSource> sources;
  private final List<Feature> features;
  private final float[] shift;
  private final float[] factor;

  private FeatureSet(
      String text, List<? extends FeatureSource> sources, float[] shift, float[] factor) {
    this.text = text;
    this.sources = sources;
    features = sources.stream().filter(Feature.class::isInstance).map(Feature.class::cast).toList();
    this.shift = shift;
    this.factor = factor;
  }

  /**
   * {@return a set of these features, in this order}
   *
   * @param features any number
   * @throws IllegalArgumentException if two have the same name
   */
  public static FeatureSet of(Feature... features) {
    return asked(null, List.of(features));
  }

  /**
   * {@return a set of features by name, as configurations write them: {@code s0, rsi(14), yangZhang(20),
   * ta4j:Aroon(25), signal(xgb)}} The names of this package's own are known, and those of every {@link FeatureProvider}
   * on the class path. {@code source(VIXCLS,FILE)} names a file of values that features such as {@code
   * external(VIXCLS)} look at.
   *
   * @param text as a configuration or the command line has it
   * @throws IllegalArgumentException naming what cannot be read, is not known, or is there twice
   */
  public static FeatureSet parse(String text) {
    return asked(text.strip(), NamedFeatures.parse(text));
  }

  /**
   * {@return a set of features that are ready and of features that learn when the set is prepared}
   *
   * @param sources ready or to be fitted, in the order of the observation
   * @throws IllegalArgumentException if two have the same name
   */
  public static FeatureSet ofSources(List<? extends FeatureSource> sources) {
    return asked(null, sources);
  }

  /** {@return all that {@link #parse} knows, this package's own first} */
  public static List<FeatureEntry> known() {
    return NamedFeatures.all().stream().flatMap(each -> each.entries().stream()).toList();
  }

  private static FeatureSet asked(@Nullable String text, List<? extends FeatureSource> sources) {
    Set<String> names = new LinkedHashSet<>();
    for (FeatureSource source : sources) {
      if (!names.add(source.name())) {
        throw new IllegalArgumentException(
            "feature names must differ, \"" + source.name() + "\" is there twice");
      }
    }
    float[] ones = new float[sources.size()];
    Arrays.fill(ones, 1);
    return new FeatureSet(
        text == null ? String.join(", ", names) : text,
        List.copyOf(sources),
        new float[sources.size()],
        ones);
  }

  /**
   * {@return a set of features that are ready and of features that first learn from a training range}
   *
   * @param sources ready or to be fitted, in the order of the observation
   * @param train the training range: nothing else is learned from
   * @throws IllegalArgumentException if two have the same name
   */
  public static FeatureSet fit(List<? extends FeatureSource> sources, Range.Train train) {
    return of(sources.stream().map(source -> source.prepare(train)).toArray(Feature[]::new));
  }

  /** {@return whether nothing is left to learn} */
  public boolean ready() {
    return features.size() == sources.size();
  }

  /**
   * {@return the same set with all that learns fitted on the range; of a simulated one, on paths long enough}
   *
   * @param train the training range: nothing else is learned from
   */
  public FeatureSet prepare(Range.Train train) {
    if (ready()) {
      return this;
    }
    Range.Train enough = new Range.Train(train.forEpisodes(warmUp(), LEARNED_BARS));
    return new FeatureSet(
        text, sources.stream().map(source -> source.prepare(enough)).toList(), shift, factor);
  }

  /**
   * {@return the set as an environment can observe it in a market} What learns is fitted on a training range, or on
   * paths of a simulated market that no environment plays.
   *
   * @param market that it will be observed in
   * @throws IllegalArgumentException if something has to learn and the market is another range, or history that was not
   *     split
   */
  public FeatureSet readyFor(Market market) {
    if (ready()) {
      return this;
    }
    if (market instanceof Range.Train train) {
      return prepare(train);
    }
    if (market.purpose() == Purpose.ANY && market.kind() == MarketKind.SIMULATED) {
      return prepare(Split.paths(market).train());
    }
    throw new IllegalArgumentException(
        "features that learn ("
            + learning()
            + ") need a training range: split history by dates, or prepare the set on the range"
            + " that is trained on");
  }

  /** Whether something was learned that {@link #save} can write. */
  boolean learned() {
    return ready() && features.stream().anyMatch(FittedFeature.class::isInstance);
  }

  /**
   * Writes what the features learned.
   *
   * @param out where the numbers of one feature after the other go
   * @throws IOException if it cannot be written
   * @throws IllegalStateException if some have not learned yet
   */
  public void save(DataOutput out) throws IOException {
    for (Feature feature : features()) {
      if (feature instanceof FittedFeature fitted) {
        fitted.save(out);
      }
    }
  }

  /**
   * {@return the same set with what features of these names had learned}
   *
   * @param in where {@link #save} wrote it
   * @throws IOException if it cannot be read, or is of other features
   */
  public FeatureSet load(DataInput in) throws IOException {
    List<FeatureSource> loaded = new ArrayList<>();
    for (FeatureSource source : sources) {
      loaded.add(source instanceof FittedSource learns ? learns.load(in) : source);
    }
    return new FeatureSet(text, List.copyOf(loaded), shift, factor);
  }

  String learning() {
    return sources.stream()
        .filter(source -> !(source instanceof Feature))
        .map(FeatureSource::name)
        .limit(3)
        .collect(Collectors.joining(", "));
  }

  /** These features, each as {@code (value - centre) x gain}, on top of the scaling they have. */
  FeatureSet scaled(float[] centre, float[] gain) {
    float[] shifts = new float[shift.length];
    float[] factors = new float[shift.length];
    for (int feature = 0; feature < shift.length; feature++) {
      shifts[feature] = shift[feature] + centre[feature] / factor[feature];
      factors[feature] = factor[feature] * gain[feature];
    }
    return new FeatureSet(text, sources, shifts, factors);
  }

  /**
   * {@return the recipes, in the order of the observation}
   *
   * @throws IllegalStateException if some have not learned yet
   */
  public List<Feature> features() {
    if (!ready()) {
      throw new IllegalStateException(
          "features must be prepared on a training range first: " + learning());
    }
    return features;
  }

  /** {@return their names} */
  public List<String> names() {
    return sources.stream().<String>map(FeatureSource::name).toList();
  }

  /** {@return the number of features} */
  public int size() {
    return sources.size();
  }

  /** {@return the bars that must have gone before all features have a value} */
  public int warmUp() {
    return sources.stream().mapToInt(FeatureSource::warmUp).max().orElse(0);
  }

  /** A value as it is shown, at most {@link FeatureRow#LIMIT} in size; NaN stays NaN. */
  float scaled(int feature, double value) {
    return bounded(((float) value - shift[feature]) * factor[feature]);
  }

  /** Values as they are shown. */
  void scale(int feature, double[] values, int count, float[] out, int at) {
    float less = shift[feature];
    float times = factor[feature];
    for (int i = 0; i < count; i++) {
      out[at + i] = bounded(((float) values[i] - less) * times);
    }
  }

  private static float bounded(float value) {
    return Math.max(-FeatureRow.LIMIT, Math.min(value, FeatureRow.LIMIT));
  }

  /** As it was written, or the names in order: what {@link #parse} reads. */
  @Override
  public String toString() {
    return text;
  }
}
