package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.policy.head.ActionDistribution;
import io.tradinggym.agents.policy.head.CategoricalHead;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Discrete;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The policy of discrete SAC: chances of choices, without the critics. */
public final class CategoricalPolicy extends NetworkPolicy {
  static final String KIND = "categorical";

  private final Discrete actions;
  private final Mlp shape;
  private final Network network;
  private final float[] params;

  /**
   * Copies the parameters.
   *
   * @param spec spaces and what observations are seen through
   * @param shape hidden layers of the network
   * @param params of the network, from 0, as many as it has
   */
  public CategoricalPolicy(PolicySpec spec, Mlp shape, float[] params) {
    super(spec);
    this.actions = Greedy.requireDiscrete(spec.actions());
    this.shape = shape;
    this.network = shape.smallNetwork(spec.observations().inputs(), actions.n());
    this.params = params.clone();
    requireLength(params, network.parameters());
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
    return Score.ofOutputs(network, params, spec().observations(), actions.n());
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
    Discrete actions = Greedy.requireDiscrete(spec.actions());
    Network network = shape.smallNetwork(spec.observations().inputs(), actions.n());
    float[] params = new float[network.parameters()];
    ParameterFile.read(in, ParameterLayout.of("actor", network), params);
    return new CategoricalPolicy(spec, shape, params);
  }

  private final class Rows extends NetworkActor {
    private final ActionDistribution law =
        new CategoricalHead(new int[] {actions.n()}, new int[] {actions.start()}).distribution();

    Rows(int maxRows) {
      super(spec(), network, params, maxRows);
    }

    @Override
    void best(int row, float[] out) {
      point(row);
      law.mode(out, row);
    }

    @Override
    void draw(int row, RandomStream random, float[] out) {
      point(row);
      law.sample(random, out, row);
    }

    private void point(int row) {
      law.at(work.output(), row * actions.n(), params, 0, masks, row * actions.n());
    }

    @Override
    public void probabilities(float[] out) {
      for (int row = 0; row < rows; row++) {
        point(row);
        law.probabilities(out, row * actions.n());
      }
    }
  }
}
