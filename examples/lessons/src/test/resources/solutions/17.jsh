double profit(double spot, double low, double high, double debit) {
    return Math.max(0, spot - low) - Math.max(0, spot - high) - debit;
}
