package io.tradinggym.data.split;

/** Rows cut into blocks whose sizes differ by at most one, the longer ones first. */
final class Blocks {
  private Blocks() {}

  static int start(int rows, int blocks, int block) {
    if (rows < blocks) {
      throw new IllegalArgumentException(
          "there must be at least " + blocks + " rows for as many blocks, were " + rows);
    }
    return block * (rows / blocks) + Math.min(block, rows % blocks);
  }
}
