package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.policy.head.ActionDistribution;
import io.tradinggym.agents.policy.head.ActionHead;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Space;
import io.tradinggym.api.wrapper.Normalizer;
import io.tradinggym.api.wrapper.WrapperStatistics;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The policy of PPO and A2C: an actor-critic's parameters, frozen, with the normalisation they were trained under. */
public final class ActorCriticPolicy extends NetworkPolicy {
  static final String KIND = "actor-critic";

  private final ActorCritic model;
  private final float[] params;

  /**
   * Copies the parameters.
   *
   * @param spec spaces and what observations are seen through
   * @param shape hidden layers, memory and exploration of actor and critic
   * @param params of the network, from 0, as many as it has
   */
  public ActorCriticPolicy(PolicySpec spec, ActorCriticShape shape, float[] params) {
    super(spec);
    this.model = new ActorCritic(spec.observations().inputs(), spec.actions(), shape);
    this.params = params.clone();
    requireLength(params, model.layout().size());
  }

  /**
   * The same of bare spaces, with a normalisation that was learned before.
   *
   * @param observationSpace what it sees
   * @param actionSpace what it does
   * @param shape hidden layers, memory and exploration of actor and critic
   * @param params of the network, from 0, as many as it has
   * @param normalizer how observations are normalised, copied; null if they are left as they are
   */
  public ActorCriticPolicy(
      Space observationSpace,
      Space actionSpace,
      ActorCriticShape shape,
      float[] params,
      @Nullable Normalizer normalizer) {
    this(
        normalizer == null
            ? PolicySpec.of(observationSpace, actionSpace)
            : new PolicySpec(
                new ObservationEncoder(observationSpace, normalizer.copy()),
                actionSpace,
                false,
                WrapperStatistics.NONE),
        shape,
        params);
  }

  /** {@return the networks' shapes} */
  public ActorCritic model() {
    return model;
  }

  /** {@return a copy of the parameters: what a warm start begins with} */
  public float[] parameters() {
    return params.clone();
  }

  @Override
  public boolean remembers() {
    return model.stateSize() > 0;
  }

  @Override
  public Actor actor(int maxRows) {
    return new Rows(maxRows);
  }

  @Override
  Score score() {
    return Score.ofOutputs(model.actor(), params, spec().observations(), model.head().scores());
  }

  @Override
  String kind() {
    return KIND;
  }

  @Override
  void saveBody(DataOutput out) throws IOException {
    model.shape().save(out);
    ParameterFile.write(out, model.layout(), params);
  }

  static Policy load(PolicySpec spec, DataInput in) throws IOException {
    ActorCriticShape shape = ActorCriticShape.load(in);
    ActorCritic model = new ActorCritic(spec.observations().inputs(), spec.actions(), shape);
    float[] params = new float[model.layout().size()];
    ParameterFile.read(in, model.layout(), params);
    return new ActorCriticPolicy(spec, shape, params);
  }

  private final class Rows extends NetworkActor {
    private final Workspace criticWork;
    private final ActionDistribution distribution = model.head().distribution();
    private final boolean[] starts;
    private final float[] states;

    Rows(int maxRows) {
      super(spec(), model.actor(), params, maxRows);
      criticWork = new Workspace(model.critic(), maxRows, Kernels.fastest());
      starts = new boolean[maxRows];
      Arrays.fill(starts, true);
      states = new float[maxRows * model.stateSize()];
    }

    @Override
    void looking(float[] inputs, int count) {
      if (remembers()) {
        work.sequences().set(count, starts, 0, states, 0, model.stateSize(), true);
        value(inputs, count, true);
      }
    }

    @Override
    void looked(int count) {
      Arrays.fill(starts, 0, count, false);
    }

    @Override
    void best(int row, float[] actions) {
      ActionHead head = model.head();
      point(row);
      distribution.mode(actions, row * head.actionSize());
      head.clip(actions, row * head.actionSize());
    }

    @Override
    void draw(int row, RandomStream random, float[] actions) {
      ActionHead head = model.head();
      point(row);
      distribution.sample(random, actions, row * head.actionSize());
      head.clip(actions, row * head.actionSize());
    }

    private void point(int row) {
      ActionHead head = model.head();
      distribution.at(
          work.output(),
          row * head.outputs(),
          params,
          model.headAt(),
          masks,
          row * head.maskSize());
    }

    @Override
    public void probabilities(float[] out) {
      for (int row = 0; row < rows; row++) {
        point(row);
        distribution.probabilities(out, row * model.head().maskSize());
      }
    }

    @Override
    public void values(float[] observations, int count, float[] out) {
      value(encoded(observations, count), count, false);
      System.arraycopy(criticWork.output(), 0, out, 0, count);
    }

    private void value(float[] seen, int count, boolean advance) {
      int actorSize = model.actor().stateSize();
      criticWork.sequences().set(count, starts, 0, states, actorSize, model.stateSize(), advance);
      model.critic().forward(criticWork, params, model.criticAt(), count, seen, 0);
    }

    @Override
    public void begin(boolean[] first) {
      for (int row = 0; row < Math.min(first.length, starts.length); row++) {
        starts[row] |= first[row];
      }
    }

    @Override
    public int memorySize() {
      return model.stateSize();
    }

    @Override
    public void saveMemory(float[] out) {
      for (int row = 0; row < starts.length; row++) {
        int from = row * memorySize();
        if (starts[row]) {
          Arrays.fill(out, from, from + memorySize(), 0);
        } else {
          System.arraycopy(states, from, out, from, memorySize());
        }
      }
    }

    @Override
    public void restoreMemory(float[] memory) {
      System.arraycopy(memory, 0, states, 0, states.length);
      Arrays.fill(starts, false);
    }
  }
}
