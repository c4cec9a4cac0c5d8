package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.Space;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The policy of DQN: takes the allowed action of the largest value. It has no chance in it: drawing is taking the best.
 */
public final class QPolicy extends NetworkPolicy {
  static final String KIND = "q";

  private final Discrete actions;
  private final QShape shape;
  private final Network network;
  private final float[] params;

  /**
   * Copies the parameters.
   *
   * @param spec spaces and what observations are seen through
   * @param shape hidden layers, and what the network says of a return
   * @param params of the network, from 0, as many as it has
   */
  public QPolicy(PolicySpec spec, QShape shape, float[] params) {
    super(spec);
    this.actions = Greedy.requireDiscrete(spec.actions());
    this.shape = shape;
    this.network = shape.network(spec.observations().inputs(), actions);
    this.params = params.clone();
    requireLength(params, network.parameters());
  }

  /**
   * The same of bare spaces.
   *
   * @param observationSpace what it sees
   * @param actions the action space, whose choices are numbered from its start
   * @param shape hidden layers, and what the network says of a return
   * @param params of the network, from 0, as many as it has
   */
  public QPolicy(Space observationSpace, Discrete actions, QShape shape, float[] params) {
    this(PolicySpec.of(observationSpace, actions), shape, params);
  }

  /** {@return what the network is built of} */
  public QShape shape() {
    return shape;
  }

  /** {@return a copy of the parameters} */
  public float[] parameters() {
    return params.clone();
  }

  /**
   * Writes the mean return of every action at one observation.
   *
   * @param observation one observation, {@code observationSpace().size()} floats
   * @param out receives one mean return an action
   */
  public void actionValues(float[] observation, float[] out) {
    Workspace work = new Workspace(network, 1, Kernels.fastest());
    float[] seen = new float[network.inputs()];
    spec().observations().encode(observation, 0, 1, seen, 0);
    network.forward(work, params, 0, 1, seen, 0);
    shape.returns().means(work.output(), 0, actions.n(), out);
  }

  @Override
  public Actor actor(int maxRows) {
    return new Rows(maxRows);
  }

  @Override
  Score score() {
    return new Score(network, params, spec().observations(), actions.n(), shape.returns());
  }

  @Override
  String kind() {
    return KIND;
  }

  @Override
  void saveBody(DataOutput out) throws IOException {
    shape.save(out);
    ParameterFile.write(out, ParameterLayout.of("q", network), params);
  }

  static Policy load(PolicySpec spec, DataInput in) throws IOException {
    QShape shape = QShape.load(in);
    Discrete actions = Greedy.requireDiscrete(spec.actions());
    Network network = shape.network(spec.observations().inputs(), actions);
    float[] params = new float[network.parameters()];
    ParameterFile.read(in, ParameterLayout.of("q", network), params);
    return new QPolicy(spec, shape, params);
  }

  private final class Rows extends NetworkActor {
    private final int[] chosen;
    private final float[] means = new float[actions.n()];

    Rows(int maxRows) {
      super(spec(), network, params, maxRows);
      chosen = new int[maxRows];
    }

    @Override
    void best(int row, float[] out) {
      int n = actions.n();
      shape.returns().means(work.output(), row * network.outputs(), n, means);
      chosen[row] = Math.max(0, Greedy.choice(means, 0, n, masks, row * n));
      out[row] = actions.start() + chosen[row];
    }

    @Override
    void draw(int row, RandomStream random, float[] out) {
      best(row, out);
    }

    /** 1 for the action taken, 0 for the others. */
    @Override
    public void probabilities(float[] out) {
      int n = actions.n();
      Arrays.fill(out, 0, rows * n, 0);
      for (int row = 0; row < rows; row++) {
        out[row * n + chosen[row]] = 1;
      }
    }

    /** The largest value of each row, over all actions. */
    @Override
    public void values(float[] observations, int count, float[] out) {
      int n = actions.n();
      network.forward(work, params, 0, count, encoded(observations, count), 0);
      for (int row = 0; row < count; row++) {
        shape.returns().means(work.output(), row * network.outputs(), n, means);
        out[row] = means[Greedy.choice(means, 0, n, NO_MASK, 0)];
      }
    }
  }
}
