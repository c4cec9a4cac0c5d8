package io.tradinggym.api.check;

import io.tradinggym.api.Action;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Options;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Drives one law by hand with random allowed actions and writes down, bit for bit, what it did. */
final class Rollout {
  final EnvironmentLogic logic;
  final EnvironmentSpec spec;
  final Batch batch;
  private final Frame frame;
  private final RandomStream random;
  private final RandomStream actions;
  private final float[] values;
  private final Action action = new Action();
  private int episodeSteps;
  EndReason end = EndReason.NONE;

  Rollout(EnvironmentLogic logic, long seed) {
    this(
        logic,
        RandomStreams.of(seed).stream("environment"),
        RandomStreams.of(seed).stream("actions"));
  }

  private Rollout(EnvironmentLogic logic, RandomStream random, RandomStream actions) {
    this.logic = logic;
    this.random = random;
    this.actions = actions;
    spec = logic.spec();
    batch = new Batch(spec, 1, AutoReset.DISABLED);
    frame = new Frame(batch).at(batch, 0);
    values = new float[spec.action().size()];
  }

  /** The same point of the same run, with another law in the same state. */
  Rollout fork(EnvironmentLogic copy) {
    Rollout fork = new Rollout(copy, random.fork(), actions.fork());
    fork.batch.copyFrom(batch);
    fork.end = end;
    fork.episodeSteps = episodeSteps;
    return fork;
  }

  void reset() {
    frame.clear();
    logic.reset(random, Options.NONE, frame);
    episodeSteps = 0;
    end = EndReason.NONE;
  }

  /** One step, or a reset where the last episode ended. Allocates nothing of its own. */
  void advance() {
    if (end.ended()) {
      reset();
      return;
    }
    spec.action().sample(actions, batch.masks, 0, values, 0);
    frame.clear();
    end = logic.step(action.at(values, 0), random, frame);
    if (!end.ended() && spec.maxSteps() > 0 && ++episodeSteps >= spec.maxSteps()) {
      end = EndReason.TIME_LIMIT;
    }
  }

  /** Resets and takes so many steps; one line per step. */
  List<String> trace(int steps) {
    reset();
    return go(steps);
  }

  /** Takes so many steps from here; one line per step, the present state first. */
  List<String> go(int steps) {
    List<String> lines = new ArrayList<>();
    lines.add(line());
    for (int i = 0; i < steps; i++) {
      advance();
      lines.add(line());
    }
    return lines;
  }

  private String line() {
    return Arrays.toString(batch.observations)
        + " reward "
        + batch.rewards[0]
        + " end "
        + end
        + " mask "
        + Arrays.toString(batch.masks)
        + " infos "
        + Arrays.toString(batch.infos);
  }
}
