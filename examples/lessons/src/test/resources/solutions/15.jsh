class Walker implements java.util.function.ToIntFunction<float[]> {
    float sign = 0;
    public int applyAsInt(float[] seen) {
        if (seen[0] != 0) sign = seen[0];
        return seen[1] == 0 ? 0 : sign < 0 ? 1 : 2;
    }
}
