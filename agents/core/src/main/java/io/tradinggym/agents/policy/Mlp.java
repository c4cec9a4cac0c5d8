package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.Activate;
import io.tradinggym.agents.nn.Dense;
import io.tradinggym.agents.nn.Initializer;
import io.tradinggym.agents.nn.Layer;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.NetworkEngine;
import io.tradinggym.agents.nn.kernel.Activation;
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
 * @param engine computes the networks; says nothing about their parameters, and files do not hold it
 */
public record Mlp(List<Integer> hidden, Activation activation, NetworkEngine engine) {
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

  /**
   * On the SIMD engine.
   *
   * @param hidden widths of the hidden layers, each &gt;= 1
   * @param activation after each of them
   */
  public Mlp(List<Integer> hidden, Activation activation) {
    this(hidden, activation, NetworkEngine.SIMD);
  }

  /**
   * {@return the same shape on another engine}
   *
   * @param other what computes the networks
   */
  public Mlp on(NetworkEngine other) {
    return new Mlp(hidden, activation, other);
  }

  /** The shape, the same in every process; the engine does not change what is learned. */
  @Override
  public String toString() {
    return "Mlp[hidden=" + hidden + ", activation=" + activation + "]";
  }

  /**
   * {@return the width of the last hidden layer, or of the inputs where there is none}
   *
   * @param inputs values in an input row, &gt;= 1
   */
  public int features(int inputs) {
    return hidden.isEmpty() ? inputs : hidden.getLast();
  }

  /**
   * {@return the hidden layers, each with its activation}
   *
   * @param inputs values in an input row, &gt;= 1
   * @param initializer law of the initial weights
   */
  public List<Layer> layers(int inputs, Initializer initializer) {
    List<Layer> layers = new ArrayList<>();
    int width = inputs;
    for (int next : hidden) {
      layers.add(new Dense(width, next, initializer));
      layers.add(new Activate(next, activation));
      width = next;
    }
    return layers;
  }

  /**
   * {@return the network with normal weights of variance {@code 1 / (3 inputs)} in every layer, as PyTorch's default
   * has: what off-policy methods were tuned with}
   *
   * @param inputs values in an input row, &gt;= 1
   * @param outputs values in an output row, &gt;= 1
   */
  public Network smallNetwork(int inputs, int outputs) {
    List<Layer> layers = layers(inputs, Initializer.SMALL);
    layers.add(new Dense(features(inputs), outputs, Initializer.SMALL));
    return engine.network(layers);
  }

  void save(DataOutput out) throws IOException {
    out.writeUTF(activation.name());
    out.writeInt(hidden.size());
    for (int width : hidden) {
      out.writeInt(width);
    }
  }

  static Mlp load(DataInput in) throws IOException {
    Activation activation = PolicyFile.constant(Activation.class, in.readUTF());
    List<Integer> hidden = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      hidden.add(in.readInt());
    }
    return new Mlp(hidden, activation);
  }
}
