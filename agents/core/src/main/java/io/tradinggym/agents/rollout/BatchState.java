package io.tradinggym.agents.rollout;

import io.tradinggym.api.Batch;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Saves what the next decision is taken from. */
final class BatchState {
  private BatchState() {}

  static void save(Batch batch, DataOutput out) throws IOException {
    for (float value : batch.observations) {
      out.writeFloat(value);
    }
    for (boolean allowed : batch.masks) {
      out.writeBoolean(allowed);
    }
    for (boolean first : batch.first) {
      out.writeBoolean(first);
    }
    out.write(batch.ends);
  }

  static void restore(Batch batch, DataInput in) throws IOException {
    for (int i = 0; i < batch.observations.length; i++) {
      batch.observations[i] = in.readFloat();
    }
    for (int i = 0; i < batch.masks.length; i++) {
      batch.masks[i] = in.readBoolean();
    }
    for (int i = 0; i < batch.first.length; i++) {
      batch.first[i] = in.readBoolean();
    }
    in.readFully(batch.ends);
  }
}
