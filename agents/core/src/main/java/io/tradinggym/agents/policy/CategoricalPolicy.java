package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.Kernels;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.Space;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The policy of discrete SAC: chances of choices, without the critics. */
public final class CategoricalPolicy extends NetworkPolicy {
  static final String KIND = "categorical";

  private final Discrete actions;
  private final Mlp shape;
  private final Network network;
  private final float[] params;

  /** Copies the parameters. */
  public CategoricalPolicy(Space observationSpace, Discrete actions, Mlp shape, float[] params) {
    super(observationSpace, actions);
    this.actions = actions;
    this.shape = shape;
    this.network = shape.smallNetwork(observationSpace.size(), actions.n());
    this.params = params.clone();
    requireLength(params, network.parameters());
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
    return Score.ofOutputs(network, params, null, actions.n());
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
    Discrete actions = Greedy.requireDiscrete(action);
    Network network = shape.smallNetwork(observation.size(), actions.n());
    float[] params = new float[network.parameters()];
    ParameterFile.read(in, ParameterLayout.of("actor", network), params);
    return new CategoricalPolicy(observation, actions, shape, params);
  }

  private final class Rows implements Actor {
    private final Workspace work;
    private final ActionDistribution law =
        new CategoricalHead(new int[] {actions.n()}, new int[] {actions.start()}).distribution();
    private boolean[] lastMasks = NO_MASK;
    private int lastRows;

    Rows(int maxRows) {
      work = new Workspace(network, maxRows, Kernels.fastest());
    }

    @Override
    public void act(float[] observations, boolean[] masks, int rows, float[] out) {
      forward(observations, masks, rows);
      for (int row = 0; row < rows; row++) {
        point(row);
        law.mode(out, row);
      }
    }

    @Override
    public void sample(
        float[] observations, boolean[] masks, int rows, RandomStream random, float[] out) {
      forward(observations, masks, rows);
      for (int row = 0; row < rows; row++) {
        point(row);
        law.sample(random, out, row);
      }
    }

    private void forward(float[] observations, boolean[] masks, int rows) {
      network.forward(work, params, 0, rows, observations, 0);
      lastMasks = masks;
      lastRows = rows;
    }

    private void point(int row) {
      law.at(work.output(), row * actions.n(), params, 0, lastMasks, row * actions.n());
    }

    @Override
    public void probabilities(float[] out) {
      for (int row = 0; row < lastRows; row++) {
        point(row);
        law.probabilities(out, row * actions.n());
      }
    }

    @Override
    public void values(float[] observations, int rows, float[] out) {
      Arrays.fill(out, 0, rows, Float.NaN);
    }
  }
}
