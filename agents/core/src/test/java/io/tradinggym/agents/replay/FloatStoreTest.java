package io.tradinggym.agents.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FloatStoreTest {
  @ParameterizedTest
  @CsvSource({"40, ArrayStore", "39, MappedStore", "0, MappedStore"})
  void whatFitsExactlyLiesInMemory(long memory, String kind) {
    try (FloatStore store = FloatStore.of(10, memory)) {
      assertThat(store.getClass().getSimpleName()).isEqualTo(kind);
    }
  }

  /** A part that is no whole number of chunks, from a place that is none either; its neighbours stay. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1 << 30})
  void aPartGoesThroughAStreamBitForBit(long memory) throws IOException {
    int count = 2 * FloatStore.CHUNK + 5;
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i == 7 ? Float.NaN : 1f / (1 + i);
    }
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    try (FloatStore from = FloatStore.of(count + 6, memory);
        FloatStore to = FloatStore.of(count + 6, memory)) {
      from.put(values, 0, count, 3);
      from.save(new DataOutputStream(saved), 3, count);
      assertThat(saved.size()).isEqualTo(Float.BYTES * count);
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(saved.toByteArray()));
      to.restore(in, 2, count);
      assertThat(in.available()).isZero();
      float[] read = new float[count + 6];
      to.get(0, count + 6, read, 0);
      assertThat(read[1]).isZero();
      assertThat(read[2 + count]).isZero();
      for (int i = 0; i < count; i++) {
        assertThat(Float.floatToRawIntBits(read[2 + i]))
            .isEqualTo(Float.floatToRawIntBits(values[i]));
      }
    }
  }
}
