int mine(double spread, double position) {
    return spread > 0.8 ? 0 : spread < -0.8 ? 2 : (int) position + 1;
}
