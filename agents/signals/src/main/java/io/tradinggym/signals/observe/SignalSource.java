package io.tradinggym.signals.observe;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.data.feature.BarFeature;
import io.tradinggym.data.feature.NamedFeature;
import io.tradinggym.data.series.Sources;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Clock;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketKind;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.data.Range;
import io.tradinggym.market.feature.FittedFeature;
import io.tradinggym.market.feature.FittedSource;
import io.tradinggym.signals.model.Learner;
import io.tradinggym.signals.model.OutOfFold;
import io.tradinggym.signals.model.SignalModel;
import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A signal that learns on the training range. On history every bar is predicted by a model that was refit on an
 * expanding window that ends before it, and bars after the range by the last model, trained on all of it; the first
 * block has no prediction and shows 0. A simulated market is learned on paths that no environment plays.
 *
 * @param name as it is written
 * @param learner of the model
 * @param inputs what the model sees
 * @param sources of the inputs
 * @param horizon bars that an outcome lies ahead
 * @param folds refits on history
 */
record SignalSource(
    String name,
    Learner learner,
    List<NamedFeature> inputs,
    Sources sources,
    int horizon,
    int folds)
    implements FittedSource {
  private static final int PATHS = 16;
  private static final int LEARNED = 12;

  /** Copies the inputs. */
  public SignalSource {
    inputs = List.copyOf(inputs);
  }

  /** Bars that the slowest input and the model look back on. */
  @Override
  public int warmUp() {
    return learner.lookBack()
        + inputs.stream().mapToInt(input -> BarFeature.of(input, sources).warmUp()).max().orElse(0);
  }

  /**
   * Learns, for each asset by itself.
   *
   * @throws IllegalArgumentException if no asset has enough bars
   */
  @Override
  public FittedFeature fit(Range.Train train) {
    Market market = train.forEpisodes(warmUp(), TrainingRows.LEAST * 2);
    MarketTape tape = market.tape();
    Bars bars = tape.bars();
    Clock clock = new Clock(bars, train.instruments());
    List<AssetSignal> assets =
        market.kind() == MarketKind.SIMULATED ? simulated(tape, clock) : history(bars, clock);
    if (assets.stream().allMatch(asset -> asset.stages().isEmpty())) {
      throw new IllegalArgumentException(
          name + " needs at least " + TrainingRows.LEAST + " bars of an asset to learn from");
    }
    return new ObservedSignal(this, assets);
  }

  private List<AssetSignal> history(Bars bars, Clock clock) {
    List<AssetSignal> assets = new ArrayList<>();
    for (int asset = 0; asset < bars.assets(); asset++) {
      TrainingRows rows =
          TrainingRows.of(TrainingRows.bars(bars, clock, asset), inputs, sources, horizon);
      assets.add(rows == null ? AssetSignal.NONE : refitted(rows, streams(asset)));
    }
    return assets;
  }

  private AssetSignal refitted(TrainingRows rows, RandomStreams streams) {
    OutOfFold signal =
        OutOfFold.walkForward(
            learner, rows.table(), rows.targets(), rows.weights(), folds, horizon, streams);
    SignalModel last = last(rows, rows.known(learner.lookBack()), streams);
    long[] times = rows.table().times();
    List<Stage> stages = new ArrayList<>();
    for (int fold = 0; fold < signal.models().size(); fold++) {
      stages.add(new Stage(times[signal.firsts()[fold]], signal.models().get(fold)));
    }
    stages.add(new Stage(times[times.length - 1] + 1, last));
    return AssetSignal.scaled(
        stages, IntStream.of(signal.rows()).mapToDouble(signal::prediction).toArray());
  }

  private List<AssetSignal> simulated(MarketTape tape, Clock clock) {
    RandomStream random = RandomStreams.of(0).stream("signal");
    Bars bars = tape.bars();
    List<List<TrainingRows>> paths = new ArrayList<>();
    for (int asset = 0; asset < bars.assets(); asset++) {
      paths.add(new ArrayList<>());
    }
    for (int path = 0; path < PATHS; path++) {
      tape.next(random);
      for (int asset = 0; asset < bars.assets(); asset++) {
        TrainingRows rows =
            TrainingRows.of(TrainingRows.bars(bars, clock, asset), inputs, sources, horizon);
        if (rows != null) {
          paths.get(asset).add(rows);
        }
      }
    }
    return IntStream.range(0, bars.assets())
        .mapToObj(asset -> learned(paths.get(asset), streams(asset)))
        .toList();
  }

  /** One model of most of the paths; the others tell how far its predictions spread. */
  private AssetSignal learned(List<TrainingRows> paths, RandomStreams streams) {
    if (paths.size() <= LEARNED) {
      return AssetSignal.NONE;
    }
    List<TrainingRows> seen = paths.subList(0, LEARNED);
    int[] rows = IntStream.empty().toArray();
    int start = 0;
    for (TrainingRows path : seen) {
      int from = start;
      rows =
          IntStream.concat(
                  Arrays.stream(rows),
                  Arrays.stream(path.known(learner.lookBack())).map(row -> from + row))
              .toArray();
      start += path.targets().length;
    }
    SignalModel model = last(TrainingRows.stacked(seen), rows, streams);
    double[] others =
        paths.subList(LEARNED, paths.size()).stream()
            .flatMapToDouble(
                path ->
                    IntStream.range(learner.lookBack(), path.targets().length)
                        .mapToDouble(row -> model.predict(path.table(), row)))
            .toArray();
    return AssetSignal.scaled(List.of(new Stage(Long.MIN_VALUE, model)), others);
  }

  private SignalModel last(TrainingRows rows, int[] known, RandomStreams streams) {
    return learner.fit(
        rows.table(), known, rows.targets(), rows.weights(), streams.child("last", 0));
  }

  private RandomStreams streams(int asset) {
    return RandomStreams.of(0).child("signal", asset);
  }

  @Override
  public FittedFeature load(DataInput in) throws IOException {
    return ObservedSignal.load(this, in);
  }
}
