package io.tradinggym.api.wrapper;

import io.tradinggym.api.Action;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Options;
import io.tradinggym.api.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Base of wrappers that change the observation. The inner law writes into a frame of its own, where its observation
 * stays whole from step to step; reward, infos and mask are passed on.
 */
public abstract class ObservationWrapper extends LogicWrapper {
  private final Batch inside;
  private final Frame frameInside;

  /**
   * Wraps a law; the spec has the new observation space.
   *
   * @param inner which this steps alone and closes
   * @param spec that of the inner law with the new observation space
   */
  protected ObservationWrapper(EnvironmentLogic inner, EnvironmentSpec spec) {
    super(inner, spec);
    inside = new Batch(inner.spec(), 1, AutoReset.DISABLED);
    frameInside = new Frame(inside).at(inside, 0);
  }

  /**
   * Turns an observation into another. Allocates nothing.
   *
   * @param observation of the inner law, the live array; only read
   * @param first whether it is the first of an episode
   * @param out receives the new observation
   */
  protected abstract void observe(float[] observation, boolean first, Frame out);

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    frameInside.clear();
    inner.reset(random, options, frameInside);
    passOn(true, frame);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    frameInside.clear();
    EndReason end = inner.step(action, random, frameInside);
    passOn(false, frame);
    return end;
  }

  private void passOn(boolean first, Frame frame) {
    frame.reward(inside.rewards[0]);
    for (int i = 0; i < inside.infoSize; i++) {
      frame.info(i, inside.infos[i]);
    }
    for (int i = 0; i < inside.maskSize; i++) {
      frame.allow(i, inside.masks[i]);
    }
    observe(inside.observations, first, frame);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    super.save(out);
    inside.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    super.restore(in);
    inside.restore(in);
  }
}
