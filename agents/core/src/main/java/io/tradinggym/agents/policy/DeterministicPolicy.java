package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.Activate;
import io.tradinggym.agents.nn.Activation;
import io.tradinggym.agents.nn.Kernels;
import io.tradinggym.agents.nn.Layer;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Space;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The policy of TD3: one bounded continuous action for each observation. It has no chance in it. */
public final class DeterministicPolicy extends NetworkPolicy {
  static final String KIND = "deterministic";

  private final Mlp shape;
  private final BoundedBox box;
  private final Network network;
  private final float[] params;

  /** Copies the parameters. */
  public DeterministicPolicy(Space observationSpace, Space actionSpace, Mlp shape, float[] params) {
    super(observationSpace, actionSpace);
    this.shape = shape;
    this.box = BoundedBox.of(actionSpace);
    this.network = network(observationSpace, box, shape);
    this.params = params.clone();
    requireLength(params, network.parameters());
  }

  /** The network from observations to actions in (-1, 1). */
  public static Network network(Space observations, BoundedBox actions, Mlp shape) {
    List<Layer> layers =
        new ArrayList<>(shape.smallNetwork(observations.size(), actions.size()).layers());
    layers.add(new Activate(actions.size(), Activation.TANH));
    return shape.engine().network(layers);
  }

  /** Hidden layers of the network. */
  public Mlp shape() {
    return shape;
  }

  /** A copy of the parameters. */
  public float[] parameters() {
    return params.clone();
  }

  @Override
  public Actor actor(int maxRows) {
    return new Rows(maxRows);
  }

  @Override
  Score score() {
    return Score.ofOutputs(network, params, null, box.size());
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

  static Policy load(Space observation, Space action, DataInput in) throws IOException {
    Mlp shape = Mlp.load(in);
    Network network = network(observation, BoundedBox.of(action), shape);
    float[] params = new float[network.parameters()];
    ParameterFile.read(in, ParameterLayout.of("actor", network), params);
    return new DeterministicPolicy(observation, action, shape, params);
  }

  private final class Rows implements Actor {
    private final Workspace work;

    Rows(int maxRows) {
      work = new Workspace(network, maxRows, Kernels.fastest());
    }

    @Override
    public void act(float[] observations, boolean[] masks, int rows, float[] actions) {
      network.forward(work, params, 0, rows, observations, 0);
      box.scale(work.output(), rows, actions);
    }

    @Override
    public void sample(
        float[] observations, boolean[] masks, int rows, RandomStream random, float[] actions) {
      act(observations, masks, rows, actions);
    }

    @Override
    public void probabilities(float[] out) {}

    @Override
    public void values(float[] observations, int rows, float[] out) {
      Arrays.fill(out, 0, rows, Float.NaN);
    }
  }
}
