package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.Kernels;
import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Space;
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
  private final @Nullable Normalizer normalizer;

  /** Copies parameters and normalisation. */
  public ActorCriticPolicy(
      Space observationSpace,
      Space actionSpace,
      ActorCriticShape shape,
      float[] params,
      @Nullable Normalizer normalizer) {
    super(observationSpace, actionSpace);
    this.model = new ActorCritic(observationSpace.size(), actionSpace, shape);
    this.params = params.clone();
    this.normalizer = normalizer == null ? null : normalizer.copy();
    requireLength(params, model.layout().size());
  }

  /** The networks' shapes. */
  public ActorCritic model() {
    return model;
  }

  /** A copy of the parameters: what a warm start begins with. */
  public float[] parameters() {
    return params.clone();
  }

  /** A copy of the normalisation, null if the policy sees raw observations. */
  public @Nullable Normalizer normalizer() {
    return normalizer == null ? null : normalizer.copy();
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
    return Score.ofOutputs(model.actor(), params, normalizer, model.head().scores());
  }

  @Override
  String kind() {
    return KIND;
  }

  @Override
  void saveBody(DataOutput out) throws IOException {
    model.shape().save(out);
    out.writeBoolean(normalizer != null);
    if (normalizer != null) {
      normalizer.save(out);
    }
    ParameterFile.write(out, model.layout(), params);
  }

  static Policy load(Space observation, Space action, DataInput in) throws IOException {
    ActorCriticShape shape = ActorCriticShape.load(in);
    Normalizer normalizer = null;
    if (in.readBoolean()) {
      normalizer = new Normalizer(observation.size());
      normalizer.restore(in);
    }
    ActorCritic model = new ActorCritic(observation.size(), action, shape);
    float[] params = new float[model.layout().size()];
    ParameterFile.read(in, model.layout(), params);
    return new ActorCriticPolicy(observation, action, shape, params, normalizer);
  }

  private final class Rows implements Actor {
    private final Workspace work;
    private final Workspace criticWork;
    private final ActionDistribution distribution;
    private final float[] scaled;
    private final boolean[] starts;
    private final float[] states;
    private boolean[] lastMasks = NO_MASK;
    private int lastRows;

    Rows(int maxRows) {
      work = new Workspace(model.actor(), maxRows, Kernels.fastest());
      criticWork = new Workspace(model.critic(), maxRows, Kernels.fastest());
      distribution = model.head().distribution();
      scaled = new float[maxRows * observationSpace().size()];
      starts = new boolean[maxRows];
      Arrays.fill(starts, true);
      states = new float[maxRows * model.stateSize()];
    }

    @Override
    public void act(float[] observations, boolean[] masks, int rows, float[] actions) {
      forward(observations, masks, rows);
      ActionHead head = model.head();
      for (int row = 0; row < rows; row++) {
        point(row);
        distribution.mode(actions, row * head.actionSize());
        head.clip(actions, row * head.actionSize());
      }
    }

    @Override
    public void sample(
        float[] observations, boolean[] masks, int rows, RandomStream random, float[] actions) {
      forward(observations, masks, rows);
      ActionHead head = model.head();
      for (int row = 0; row < rows; row++) {
        point(row);
        distribution.sample(random, actions, row * head.actionSize());
        head.clip(actions, row * head.actionSize());
      }
    }

    private void forward(float[] observations, boolean[] masks, int rows) {
      float[] seen = normalized(observations, rows);
      if (remembers()) {
        work.sequences().set(rows, starts, 0, states, 0, model.stateSize(), true);
        value(seen, rows, true);
      }
      model.actor().forward(work, params, 0, rows, seen, 0);
      Arrays.fill(starts, 0, rows, false);
      lastMasks = masks;
      lastRows = rows;
    }

    private void point(int row) {
      ActionHead head = model.head();
      distribution.at(
          work.output(),
          row * head.outputs(),
          params,
          model.headAt(),
          lastMasks,
          row * head.maskSize());
    }

    private float[] normalized(float[] observations, int rows) {
      if (normalizer == null) {
        return observations;
      }
      normalizer.apply(observations, 0, rows, scaled, 0);
      return scaled;
    }

    @Override
    public void probabilities(float[] out) {
      for (int row = 0; row < lastRows; row++) {
        point(row);
        distribution.probabilities(out, row * model.head().maskSize());
      }
    }

    @Override
    public void values(float[] observations, int rows, float[] out) {
      value(normalized(observations, rows), rows, false);
      System.arraycopy(criticWork.output(), 0, out, 0, rows);
    }

    private void value(float[] seen, int rows, boolean advance) {
      int actorSize = model.actor().stateSize();
      criticWork.sequences().set(rows, starts, 0, states, actorSize, model.stateSize(), advance);
      model.critic().forward(criticWork, params, model.criticAt(), rows, seen, 0);
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
