package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.Activation;
import io.tradinggym.agents.nn.Network;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a dense network between its ends.
 *
 * @param hidden widths of the hidden layers, each &gt;= 1
 * @param activation after each of them
 */
public record Mlp(List<Integer> hidden, Activation activation) {
  /** Two layers of 64 with tanh: the customary network of PPO and A2C. */
  public static final Mlp SMALL = new Mlp(List.of(64, 64), Activation.TANH);

  /** Checks the widths. */
  public Mlp {
    hidden = List.copyOf(hidden);
    for (int width : hidden) {
      if (width < 1) {
        throw new IllegalArgumentException("widths of hidden layers must be >= 1, were " + hidden);
      }
    }
  }

  /** The network. */
  public Network network(int inputs, int outputs, double outputGain) {
    return Network.mlp(inputs, hidden, outputs, activation, outputGain);
  }

  void save(DataOutput out) throws IOException {
    out.writeUTF(activation.name());
    out.writeInt(hidden.size());
    for (int width : hidden) {
      out.writeInt(width);
    }
  }

  static Mlp load(DataInput in) throws IOException {
    Activation activation = Activation.valueOf(in.readUTF());
    List<Integer> hidden = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      hidden.add(in.readInt());
    }
    return new Mlp(hidden, activation);
  }
}
