package io.tradinggym.signals.sequence;

import io.tradinggym.signals.model.SignalModel;
import io.tradinggym.signals.model.Table;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A trained LSTM: how rows are standardised, and the network's parameters. */
final class LstmModel implements SignalModel {
  private final LstmSettings settings;
  private final Windows windows;
  private final float[] params;
  private final LstmNetwork network;
  private final float[] x;
  private final int[] at = new int[1];

  LstmModel(LstmSettings settings, Windows windows, float[] params) {
    this.settings = settings;
    this.windows = windows;
    this.params = params;
    network = new LstmNetwork(settings, windows.width(), 1);
    x = new float[settings.window() * windows.width()];
  }

  @Override
  public double predict(Table table, int row) {
    if (table.width() != windows.width()) {
      throw new IllegalArgumentException(
          "the model has " + windows.width() + " features, the table " + table.width());
    }
    at[0] = row;
    windows.write(table, at, 0, 1, x);
    return LstmLearner.sigmoid(network.forward(params, x, 1)[0]);
  }

  @Override
  public LstmModel copy() {
    return new LstmModel(settings, windows, params);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    windows.save(out);
    out.writeInt(params.length);
    for (float each : params) {
      out.writeFloat(each);
    }
  }

  static LstmModel load(LstmSettings settings, DataInput in) throws IOException {
    Windows windows = Windows.load(settings.window(), in);
    int expected = new LstmNetwork(settings, windows.width(), 1).parameters();
    int length = in.readInt();
    if (length != expected) {
      throw new IOException(
          "a network of these settings has " + expected + " parameters, saved were " + length);
    }
    float[] params = new float[length];
    for (int i = 0; i < length; i++) {
      params[i] = in.readFloat();
    }
    return new LstmModel(settings, windows, params);
  }
}
