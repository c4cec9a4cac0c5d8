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

/** The policy of DQN: takes the allowed action of the largest value. It has no chance in it: drawing is taking the best. */
public final class QPolicy extends NetworkPolicy {
  static final String KIND = "q";

  private final Discrete actions;
  private final Mlp shape;
  private final boolean dueling;
  private final Network network;
  private final float[] params;

  /** Copies the parameters. */
  public QPolicy(
      Space observationSpace, Discrete actions, Mlp shape, boolean dueling, float[] params) {
    super(observationSpace, actions);
    this.actions = actions;
    this.shape = shape;
    this.dueling = dueling;
    this.network = QNetwork.of(observationSpace.size(), actions, shape, dueling);
    this.params = params.clone();
    requireLength(params, network.parameters());
  }

  /** A copy of the parameters. */
  public float[] parameters() {
    return params.clone();
  }

  /** Writes the value of every action at one observation. */
  public void actionValues(float[] observation, float[] out) {
    Workspace work = new Workspace(network, 1, Kernels.fastest());
    network.forward(work, params, 0, 1, observation, 0);
    System.arraycopy(work.output(), 0, out, 0, actions.n());
  }

  @Override
  public Actor actor(int maxRows) {
    return new Rows(maxRows);
  }

  @Override
  String kind() {
    return KIND;
  }

  @Override
  void saveBody(DataOutput out) throws IOException {
    shape.save(out);
    out.writeBoolean(dueling);
    ParameterFile.write(out, ParameterLayout.of("q", network), params);
  }

  static Policy load(Space observation, Space action, DataInput in) throws IOException {
    Mlp shape = Mlp.load(in);
    boolean dueling = in.readBoolean();
    Discrete actions = QNetwork.requireDiscrete(action);
    Network network = QNetwork.of(observation.size(), actions, shape, dueling);
    float[] params = new float[network.parameters()];
    ParameterFile.read(in, ParameterLayout.of("q", network), params);
    return new QPolicy(observation, actions, shape, dueling, params);
  }

  private final class Rows implements Actor {
    private final Workspace work;
    private final int[] chosen;
    private int lastRows;

    Rows(int maxRows) {
      work = new Workspace(network, maxRows, Kernels.fastest());
      chosen = new int[maxRows];
    }

    @Override
    public void act(float[] observations, boolean[] masks, int rows, float[] out) {
      int n = actions.n();
      network.forward(work, params, 0, rows, observations, 0);
      lastRows = rows;
      for (int row = 0; row < rows; row++) {
        chosen[row] = Math.max(0, QNetwork.greedy(work.output(), row * n, n, masks, row * n));
        out[row] = actions.start() + chosen[row];
      }
    }

    @Override
    public void sample(
        float[] observations, boolean[] masks, int rows, RandomStream random, float[] out) {
      act(observations, masks, rows, out);
    }

    /** 1 for the action taken, 0 for the others. */
    @Override
    public void probabilities(float[] out) {
      int n = actions.n();
      Arrays.fill(out, 0, lastRows * n, 0);
      for (int row = 0; row < lastRows; row++) {
        out[row * n + chosen[row]] = 1;
      }
    }

    /** The largest value of each row, over all actions. */
    @Override
    public void values(float[] observations, int rows, float[] out) {
      int n = actions.n();
      network.forward(work, params, 0, rows, observations, 0);
      for (int row = 0; row < rows; row++) {
        out[row] = work.output()[row * n + QNetwork.greedy(work.output(), row * n, n, NO_MASK, 0)];
      }
    }
  }
}
