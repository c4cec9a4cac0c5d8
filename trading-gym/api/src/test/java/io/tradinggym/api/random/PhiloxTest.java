package io.tradinggym.api.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhiloxTest {
  /** The known answers for philox2x64 with 10 rounds that its authors publish with Random123 ({@code kat_vectors}). */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000,0000000000000000,0000000000000000,ca00a0459843d731,66c24222c9a845b5",
    "ffffffffffffffff,ffffffffffffffff,ffffffffffffffff,65b021d60cd8310f,4d02f3222f86df20",
    "243f6a8885a308d3,13198a2e03707344,a4093822299f31d0,0a5e742c2997341c,b0f883d38000de5d"
  })
  void blocksAreThoseThatTheAuthorsPublish(
      String low, String high, String key, String first, String second) {
    long[] out = new long[2];
    Philox.blocks(hex(low), hex(high), hex(key), out);
    assertThat(out).containsExactly(hex(first), hex(second));
    assertThat(Philox.block0(hex(low), hex(high), hex(key))).isEqualTo(hex(first));
  }

  private static long hex(String digits) {
    return Long.parseUnsignedLong(digits, 16);
  }
}
