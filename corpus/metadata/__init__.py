"""What a text says about itself in its head and signature: title, number, issuer, date, kind."""
