package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.Activate;
import io.tradinggym.agents.nn.Layer;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.head.BoundedBox;
import io.tradinggym.api.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The policy of TD3: one bounded continuous action for each observation. It has no chance in it. */
public final class DeterministicPolicy extends NetworkPolicy {
  static final String KIND = "deterministic";

  private final Mlp shape;
  private final BoundedBox box;
  private final Network network;
  private final float[] params;

  /**
   * Copies the parameters.
   *
   * @param spec spaces and what observations are seen through
   * @param shape hidden layers of the network
   * @param params of the network, from 0, as many as it has
   */
  public DeterministicPolicy(PolicySpec spec, Mlp shape, float[] params) {
    super(spec);
    this.shape = shape;
    this.box = BoundedBox.of(spec.actions());
    this.network = network(spec.observations().inputs(), box, shape);
    this.params = params.clone();
    requireLength(params, network.parameters());
  }

  /**
   * {@return the network from what is seen of an observation to actions in (-1, 1)}
   *
   * @param inputs values that the network reads, &gt;= 1
   * @param actions the action space, a box with finite bounds
   * @param shape hidden layers
   */
  public static Network network(int inputs, BoundedBox actions, Mlp shape) {
    List<Layer> layers = new ArrayList<>(shape.smallNetwork(inputs, actions.size()).layers());
    layers.add(new Activate(actions.size(), Activation.TANH));
    return shape.engine().network(layers);
  }

  /** {@return the hidden layers of the network} */
  public Mlp shape() {
    return shape;
  }

  /** {@return a copy of the parameters} */
  public float[] parameters() {
    return params.clone();
  }

  @Override
  public Actor actor(int maxRows) {
    return new Rows(maxRows);
  }

  @Override
  Score score() {
    return Score.ofOutputs(network, params, spec().observations(), box.size());
  }

  @Override
  String kind() {
    return KIND;
  }

  @Override
  void saveBody(DataOutput out) throws IOException {
    shape.save(out);
    ParameterFile.write(out, ParameterLayout.of("actor", network), params);
  }

  static Policy load(PolicySpec spec, DataInput in) throws IOException {
    Mlp shape = Mlp.load(in);
    Network network = network(spec.observations().inputs(), BoundedBox.of(spec.actions()), shape);
    float[] params = new float[network.parameters()];
    ParameterFile.read(in, ParameterLayout.of("actor", network), params);
    return new DeterministicPolicy(spec, shape, params);
  }

  private final class Rows extends NetworkActor {
    Rows(int maxRows) {
      super(spec(), network, params, maxRows);
    }

    @Override
    void best(int row, float[] actions) {
      box.scaleRow(work.output(), row, actions);
    }

    @Override
    void draw(int row, RandomStream random, float[] actions) {
      best(row, actions);
    }

    @Override
    public void probabilities(float[] out) {}
  }
}
