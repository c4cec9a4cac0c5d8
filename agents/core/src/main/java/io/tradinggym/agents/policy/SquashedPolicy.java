package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.Kernels;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Space;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The policy of SAC: a {@link SquashedGaussian}, without the critics. */
public final class SquashedPolicy extends NetworkPolicy {
  static final String KIND = "squashed-gaussian";

  private final Mlp shape;
  private final SquashedGaussian law;
  private final BoundedBox box;
  private final Network network;
  private final float[] params;

  /** Copies the parameters. */
  public SquashedPolicy(Space observationSpace, Space actionSpace, Mlp shape, float[] params) {
    super(observationSpace, actionSpace);
    this.shape = shape;
    this.law = new SquashedGaussian(actionSpace);
    this.box = BoundedBox.of(actionSpace);
    this.network = network(observationSpace, law, shape);
    this.params = params.clone();
    requireLength(params, network.parameters());
  }

  /** The network from observations to the law's outputs. */
  public static Network network(Space observations, SquashedGaussian law, Mlp shape) {
    return shape.smallNetwork(observations.size(), law.outputs());
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
    return Score.ofOutputs(network, params, null, law.size());
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
    Network network = network(observation, new SquashedGaussian(action), shape);
    float[] params = new float[network.parameters()];
    ParameterFile.read(in, ParameterLayout.of("actor", network), params);
    return new SquashedPolicy(observation, action, shape, params);
  }

  private final class Rows implements Actor {
    private final Workspace work;
    private final float[] noise = new float[law.size()];

    Rows(int maxRows) {
      work = new Workspace(network, maxRows, Kernels.fastest());
    }

    @Override
    public void act(float[] observations, boolean[] masks, int rows, float[] actions) {
      network.forward(work, params, 0, rows, observations, 0);
      for (int row = 0; row < rows; row++) {
        law.mode(work.output(), row * law.outputs(), actions, row * law.size());
      }
      box.scale(actions, rows, actions);
    }

    @Override
    public void sample(
        float[] observations, boolean[] masks, int rows, RandomStream random, float[] actions) {
      network.forward(work, params, 0, rows, observations, 0);
      for (int row = 0; row < rows; row++) {
        for (int i = 0; i < noise.length; i++) {
          noise[i] = (float) random.gaussian();
        }
        law.draw(work.output(), row * law.outputs(), noise, 0, actions, row * law.size());
      }
      box.scale(actions, rows, actions);
    }

    @Override
    public void probabilities(float[] out) {}

    @Override
    public void values(float[] observations, int rows, float[] out) {
      Arrays.fill(out, 0, rows, Float.NaN);
    }
  }
}
