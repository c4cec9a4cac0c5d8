package io.tradinggym.agents.replay;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Writes and reads many floats in chunks: a replay holds millions. */
final class FloatBlock {
  private static final int CHUNK = 1 << 14;

  private FloatBlock() {}

  static void save(DataOutput out, float[] values, int from, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 * Math.min(CHUNK, count));
    for (int done = 0; done < count; done += CHUNK) {
      int some = Math.min(CHUNK, count - done);
      bytes.clear().asFloatBuffer().put(values, from + done, some);
      out.write(bytes.array(), 0, 4 * some);
    }
  }

  static void restore(DataInput in, float[] values, int from, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 * Math.min(CHUNK, count));
    for (int done = 0; done < count; done += CHUNK) {
      int some = Math.min(CHUNK, count - done);
      in.readFully(bytes.array(), 0, 4 * some);
      bytes.clear().asFloatBuffer().get(values, from + done, some);
    }
  }
}
