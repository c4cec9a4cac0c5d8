package io.tradinggym.agents.dl4j;

import io.tradinggym.signals.model.SignalModel;
import io.tradinggym.signals.model.Table;
import io.tradinggym.signals.sequence.LstmSettings;
import io.tradinggym.signals.sequence.Windows;
import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.IOException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/** A trained network of Deeplearning4j, and how rows are standardised for it. */
final class Dl4jModel implements SignalModel {
  private final LstmSettings settings;
  private final Windows windows;
  private final MultiLayerNetwork network;
  private final int[] at = new int[1];

  Dl4jModel(LstmSettings settings, Windows windows, MultiLayerNetwork network) {
    this.settings = settings;
    this.windows = windows;
    this.network = network;
  }

  @Override
  public double predict(Table table, int row) {
    at[0] = row;
    return network
        .output(Dl4jLstm.input(settings.window(), windows, table, at, 0, 1))
        .getDouble(0, 0);
  }

  @Override
  public SignalModel copy() {
    return new Dl4jModel(settings, windows, network.clone());
  }

  @Override
  public void save(DataOutput out) throws IOException {
    windows.save(out);
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network, zip, false);
    out.writeInt(zip.size());
    out.write(zip.toByteArray());
  }
}
