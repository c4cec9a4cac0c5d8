package io.tradinggym.signals.observe;

import io.tradinggym.data.feature.FeatureColumns;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.market.data.AsOf;
import io.tradinggym.market.feature.Feature;
import io.tradinggym.market.feature.FittedFeature;
import io.tradinggym.signals.model.Table;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A signal that has learned, bar by bar. */
final class ObservedSignal implements FittedFeature {
  private final SignalSource source;
  private final List<AssetSignal> assets;

  ObservedSignal(SignalSource source, List<AssetSignal> assets) {
    this.source = source;
    this.assets = List.copyOf(assets);
  }

  static ObservedSignal load(SignalSource source, DataInput in) throws IOException {
    String saved = in.readUTF();
    if (!saved.equals(source.name())) {
      throw new IOException("models of " + saved + " were saved here, not of " + source.name());
    }
    List<AssetSignal> assets = new ArrayList<>();
    int count = in.readInt();
    for (int asset = 0; asset < count; asset++) {
      assets.add(AssetSignal.load(source.learner(), in));
    }
    return new ObservedSignal(source, assets);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeUTF(source.name());
    out.writeInt(assets.size());
    for (AssetSignal asset : assets) {
      asset.save(out);
    }
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public int warmUp() {
    return source.warmUp();
  }

  @Override
  public State create() {
    return new Live();
  }

  /** The features of the last bars as a table of one window, shifted bar by bar. */
  private final class Live implements Feature.State {
    private final PriceBars bars = new PriceBars();
    private final FeatureColumns columns = new FeatureColumns(source.inputs(), source.sources());
    private final int width = source.inputs().size();
    private final int last = source.learner().lookBack();
    private final float[] values = new float[(last + 1) * width];
    private final Table table = new Table(columns.names(), new long[last + 1], values);
    private @Nullable AssetSignal signal;

    @Override
    public void reset() {
      bars.clear();
      columns.clear();
      Arrays.fill(values, Float.NaN);
    }

    @Override
    public double next(AsOf view, int asset) {
      TrainingRows.append(bars, view, asset);
      columns.advance(bars);
      System.arraycopy(values, width, values, 0, last * width);
      for (int feature = 0; feature < width; feature++) {
        values[last * width + feature] = (float) columns.value(feature, bars.size() - 1);
      }
      AssetSignal models = signal;
      if (models == null) {
        models = assets.get(asset).copy();
        signal = models;
      }
      int stage = bars.size() > last ? models.at(view.closeTime()) : -1;
      return stage < 0
          ? 0
          : (models.model(stage).predict(table, last) - models.mean()) / models.deviation();
    }
  }
}
