# Setiap sasaran menyiapkan sendiri apa yang dibutuhkannya: .venv dan program sistem.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
HASIL ?= output
# Yang ditulis pengguna adalah teks: $(...) di dalamnya tidak dijalankan.
$(foreach nama,$(.VARIABLES),$(if $(filter command,$(origin $(nama))),$(eval override $(nama) := $$(value $(nama)))))
# Isi sebuah peubah sebagai satu kata bagi cangkang, juga bila memuat spasi atau tanda petik.
kata = '$(subst ','\'',$(1))'
# Sebuah opsi beserta isi peubahnya, bila peubah itu disebut.
opsi = $(if $(2),$(1) $(call kata,$(2)))
# Menjalankan sebuah perintah program; kegagalannya disebut beserta arti kodenya.
ZI = tools/run-verb $(BIN)/python
# Tanpa SUMBER= program sendiri yang memilih buku kerja terbaru di folder source.
BUKU = $(call opsi,--sumber,$(SUMBER))
HASILNYA = --keluaran $(call kata,$(HASIL))
DISEBUT = $(or $(call opsi,--bulan,$(BULAN)),$(call opsi,--triwulan,$(TRIWULAN)),$(call opsi,--semester,$(SEMESTER)),$(if $(TAHUNAN),--tahunan))
# Tanpa periode, bulannya ditanyakan.
PERIODE = $(or $(DISEBUT),--bulan '?')

.DEFAULT_GOAL := help
.PHONY: help semua galeri tandatangan manifes test-tahan test-lama fuzz jelaskan mulai keputusan sk jdih rapat undangan daftar-hadir notula naskah jadwal monev realisasi bukti masukkan rekap laporan status lke nomor revisi tahun-baru periksa templat test lint types layers bench gambar-panduan kunci bersih system system-test system-pictures

help: ## Menampilkan daftar sasaran ini
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk 'BEGIN {FS = ":.*## "}; {printf "make %-14s %s\n", $$1, $$2}'

semua: $(VENV)/.pasang system ## Membuat semua naskah setahun; yang tidak berubah tidak dibuat ulang (JELASKAN=1)
	@$(ZI) semua $(BUKU) $(HASILNYA) $(if $(JELASKAN),--jelaskan)

tandatangan: $(VENV)/.pasang ## Menyimpan dan mengunci PDF bertanda tangan (BERKAS=pindai.pdf UNTUK=renaksi)
	@$(ZI) tandatangan $(call kata,$(BERKAS)) --untuk $(call kata,$(UNTUK)) $(BUKU) $(HASILNYA)

manifes: $(VENV)/.pasang ## Memeriksa folder hasil terhadap manifesnya
	@$(ZI) manifes --periksa $(HASILNYA)

jelaskan: $(VENV)/.pasang ## Menjelaskan satu naskah: selnya, templatnya, dan mengapa dibuat (NAMA=rapat/R-01/undangan)
	@$(ZI) jelaskan $(if $(NAMA),$(call kata,$(NAMA))) $(BUKU) $(HASILNYA)

mulai: $(VENV)/.pasang ## Menyiapkan kantor baru dengan lima pertanyaan (KE=folder)
	@$(ZI) mulai $(if $(KE),$(call kata,$(KE)))

keputusan: $(VENV)/.pasang system ## Membuat keputusan rencana aksi (DOCX, PDF, bundel)
	@$(ZI) keputusan $(BUKU) $(HASILNYA)

sk: $(VENV)/.pasang system ## Membuat keputusan tim; satu saja dengan ID=sk-tim-kerja
	@$(ZI) sk $(if $(ID),$(call kata,$(ID))) $(BUKU) $(HASILNYA)

rapat: $(VENV)/.pasang system ## Membuat semua naskah rapat; satu rapat saja dengan RAPAT=R-01
	@$(ZI) rapat $(if $(RAPAT),$(call kata,$(RAPAT))) $(BUKU) $(HASILNYA)

undangan: $(VENV)/.pasang system ## Membuat undangan rapat; satu rapat saja dengan RAPAT=R-01
	@$(ZI) undangan $(if $(RAPAT),$(call kata,$(RAPAT))) $(BUKU) $(HASILNYA)

daftar-hadir: $(VENV)/.pasang system ## Membuat daftar hadir rapat; satu rapat saja dengan RAPAT=R-01
	@$(ZI) daftar-hadir $(if $(RAPAT),$(call kata,$(RAPAT))) $(BUKU) $(HASILNYA)

notula: $(VENV)/.pasang system ## Membuat notula rapat; satu rapat saja dengan RAPAT=R-01
	@$(ZI) notula $(if $(RAPAT),$(call kata,$(RAPAT))) $(BUKU) $(HASILNYA)

naskah: $(VENV)/.pasang system ## Membuat naskah pendukung menurut jenisnya (JENIS=pakta ID=KETUA); tanpa JENIS menampilkan jenisnya
	@$(ZI) naskah $(if $(JENIS),$(call kata,$(JENIS)) $(if $(ID),$(call kata,$(ID))) $(BUKU) $(HASILNYA),--bantuan)

jadwal: $(VENV)/.pasang ## Mengusulkan rapat setahun (TULIS=BARU.xlsx ICS=BERKAS.ics)
	@$(ZI) jadwal $(BUKU) $(call opsi,--tulis,$(TULIS)) $(call opsi,--ics,$(ICS))

monev: $(VENV)/.pasang system ## Membuat formulir monev (BULAN=3, TRIWULAN=1, SEMESTER=1, atau TAHUNAN=1)
	@$(ZI) monev $(BUKU) $(HASILNYA) $(PERIODE)

realisasi: $(VENV)/.pasang ## Menampilkan realisasi dan asalnya; TULIS=BARU.xlsx menuliskan gabungannya
	@$(ZI) realisasi $(BUKU) $(call opsi,--tulis,$(TULIS))

bukti: $(VENV)/.pasang ## Menyiapkan folder bukti dukung, menilai isinya, menyusun dosirnya (KE=folder, DOSIR=folder baru)
	@$(ZI) bukti $(BUKU) $(HASILNYA) $(call opsi,--ke,$(KE)) $(call opsi,--dosir,$(DOSIR))

masukkan: $(VENV)/.pasang ## Menaruh formulir, foto, atau bukti di tempatnya (BERKAS=berkas, RAPAT=R-01, BARIS=RA-005)
	@$(ZI) masukkan $(call kata,$(BERKAS)) $(BUKU) $(HASILNYA) $(call opsi,--rapat,$(RAPAT)) $(call opsi,--baris,$(BARIS))

rekap: $(VENV)/.pasang system ## Membuat rekap capaian (BULAN=3, TRIWULAN=1, SEMESTER=1, atau TAHUNAN=1; BANDING=LAMA.xlsx)
	@$(ZI) rekap $(BUKU) $(HASILNYA) $(if $(BANDING),$(DISEBUT),$(PERIODE)) $(call opsi,--banding,$(BANDING))

laporan: $(VENV)/.pasang system ## Membuat laporan monev (TRIWULAN=1, atau laporan akhir tahun)
	@$(ZI) laporan $(BUKU) $(HASILNYA) $(or $(DISEBUT),--tahunan)

status: $(VENV)/.pasang ## Menampilkan yang jatuh tempo, tertunggak, dan kurang (TANGGAL=2026-03-15)
	@$(ZI) status $(BUKU) $(call opsi,--tanggal,$(TANGGAL))

lke: $(VENV)/.pasang ## Menghitung nilai LKE yang dapat dicapai (USULKAN=1, TULIS=, TAMBAH=, LEMBAR=BARU.xlsx, CATAT=BARU.xlsx, PETA=1)
	@$(ZI) lke $(BUKU) $(if $(USULKAN),--usulkan) $(call opsi,--tulis,$(TULIS)) $(call opsi,--tambah,$(TAMBAH)) $(call opsi,--butir,$(BUTIR)) $(call opsi,--lembar,$(LEMBAR)) $(call opsi,--dari,$(DARI)) $(call opsi,--catat,$(CATAT)) $(if $(PETA),--peta $(HASILNYA))

nomor: $(VENV)/.pasang ## Menampilkan buku nomor; UNTUK=ID mengusulkan nomornya
	@$(ZI) nomor $(BUKU) $(call opsi,--untuk,$(UNTUK))

jdih: $(VENV)/.pasang system ## Menyiapkan keputusan untuk JDIH: salinan, abstrak, metadata (ID=renaksi)
	@$(ZI) jdih $(if $(ID),$(call kata,$(ID))) $(BUKU) $(HASILNYA)

revisi: $(VENV)/.pasang system ## Menampilkan perubahan sejak ditetapkan; naskahnya dengan NASKAH=renaksi-p1
	@$(ZI) revisi $(call opsi,--naskah,$(NASKAH)) $(BUKU) $(HASILNYA)

tahun-baru: $(VENV)/.pasang ## Membuat buku kerja tahun berikutnya (BARU=source/zi-2027.xlsx TAHUN=2027)
	@$(ZI) tahun-baru $(if $(BARU),$(call kata,$(BARU))) $(call opsi,--tahun,$(TAHUN)) $(BUKU)

periksa: $(VENV)/.pasang ## Memeriksa buku kerja; SALINAN=BARU.xlsx menandai selnya pada salinan
	@$(ZI) periksa $(BUKU) $(call opsi,--salinan,$(SALINAN))

templat: $(VENV)/.pasang ## Memeriksa templat Word
	@$(ZI) templat periksa $(BUKU)

test: $(VENV)/.pasang-uji system-test lint types layers ## Menjalankan semua uji (termasuk konversi LibreOffice)
	@$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder

test-tahan: $(VENV)/.pasang-uji ## Menguji ketahanan: berkas rusak, mati mendadak, dan kisah setahun penuh
	@rm -rf output/ketahanan
	@ZI_UJI_TAHAN=200 $(BIN)/python -m pytest -n 2 --dist load tests/e2e/test_crash.py tests/e2e/test_year.py tests/e2e/test_whole_year.py tests/property tests/resilience
	@$(BIN)/python -m tools.resilience

fuzz: $(VENV)/.pasang-uji ## Menguji pembaca berkas dengan masukan acak terpandu (SASARAN=buku-kerja, formulir, pdf, templat; DETIK=3600)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check atheris
	@$(BIN)/python -m tools.fuzz $(call kata,$(or $(SASARAN),buku-kerja)) --detik $(or $(DETIK),3600)

test-lama: $(VENV)/.pasang-uji ## Menguji yang lama dan pada make test sudah dibuktikan lebih singkat
	@ZI_UJI_LAMA=1 $(BIN)/python -m pytest -n 2 --dist loadfile tests/e2e/test_any_system.py tests/e2e/test_few_finding_lines.py tests/page/test_access.py tests/page/test_staff_year.py

lint: $(VENV)/.pasang-uji ## Memeriksa gaya kode
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(VENV)/.pasang-uji ## Memeriksa tipe
	@$(BIN)/mypy

layers: $(VENV)/.pasang-uji ## Memeriksa arah impor antarmodul
	@$(BIN)/lint-imports

bench: $(VENV)/.pasang system ## Mengukur lamanya setiap perintah dan memorinya (docs/performance.md)
	@$(BIN)/python -m tools.bench

galeri: $(VENV)/.pasang-uji system-test ## Menggambar semua jenis naskah pada lembar contoh (output/galeri)
	@$(BIN)/python -m tools.gallery

gambar-panduan: $(VENV)/.pasang-uji system-pictures ## Mengambil gambar halaman untuk panduan (docs/img/panduan)
	@$(BIN)/python -m tools.guide_pictures

kunci: ## Menyusun kembali daftar versi pustaka (requirements.lock, requirements-dev.lock)
	@tools/lock-versions

bersih: ## Menghapus hasil dan lingkungan kerja; bukti dukung dan naskah bertanda tangan tetap
	@if [ -d $(call kata,$(HASIL)) ]; then find $(call kata,$(HASIL)) -mindepth 1 -maxdepth 2 ! -name bukti ! -name register.json -not -type d -delete; \
		find $(call kata,$(HASIL)) -mindepth 2 -maxdepth 2 -type d ! -name bukti ! -name ditandatangani -exec rm -rf {} +; fi
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

system:
	@tools/system-packages run

system-test:
	@tools/system-packages test

system-pictures:
	@tools/system-packages pictures

$(VENV)/.pasang: requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.pasang-uji: requirements-dev.lock $(VENV)/.pasang
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
